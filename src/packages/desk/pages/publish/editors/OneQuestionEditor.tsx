import { View } from '@tarojs/components'
import type { Question } from '@core/contract'
import { useState } from 'react'
import { SwitchRow } from '@/parts/SwitchRow'
import { AreaField, BigButton, Chip, Link, Sheet, TextField } from '@/ui'
import { questionKinds } from '../../../form/words'

interface OneQuestionEditorProps {
  questions: readonly Question[]
  /** The one to change, or a new one. */
  question: Question | 'new'
  onBack: () => void
  onDone: (questions: Question[]) => void
}

const kinds = Object.keys(questionKinds) as Question['kind'][]
const hints: Record<Question['kind'], string> = {
  text: '比如 放学后谁来接',
  choice: '比如 会不会包',
  number: '比如 带几个孩子',
  consent: '比如 我同意拍照留念',
}

/** One question: its words, how it is answered, and whether it must be. */
export function OneQuestionEditor({ questions, question: given, onBack, onDone }: OneQuestionEditorProps) {
  const isNew = given === 'new'
  const [question, setQuestion] = useState<Question>(() => (isNew ? blank(questions) : given))
  const [options, setOptions] = useState(question.options.join('\n'))
  const [tried, setTried] = useState(false)
  const set = (change: Partial<Question>) => setQuestion({ ...question, ...change })
  const chosen = options
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
  const wrongLabel = question.label.trim() ? null : '写一句要问什么'
  const wrongOptions =
    question.kind !== 'choice' ||
    (chosen.length >= 2 && chosen.length <= 8 && chosen.every((each) => each.length <= 20))
      ? null
      : '写 2 到 8 个，一行一个，每个 20 字以内'
  const save = () => {
    setTried(true)
    if (wrongLabel || wrongOptions) return
    const made = { ...question, label: question.label.trim(), options: question.kind === 'choice' ? chosen : [] }
    onDone(isNew ? [...questions, made] : questions.map((each) => (each.id === made.id ? made : each)))
  }

  return (
    <Sheet
      title={isNew ? '加一样要问的' : '改这一样'}
      onClose={onBack}
      foot={
        <>
          <BigButton onTap={save}>{isNew ? '加上' : '改好了'}</BigButton>
          {!isNew && (
            <BigButton variant="line" onTap={() => onDone(questions.filter(({ id }) => id !== question.id))}>
              不问这一样了
            </BigButton>
          )}
        </>
      }
    >
      <View className="row wrap g2 mt4" aria-role="radiogroup" aria-label="怎么答">
        {kinds.map((kind) => (
          <Chip key={kind} on={question.kind === kind} onTap={() => set({ kind })} name={questionKinds[kind]}>
            {questionKinds[kind]}
          </Chip>
        ))}
      </View>
      <View className="fields mt4">
        <TextField
          label={question.kind === 'consent' ? '同意' : '问什么'}
          value={question.label}
          onChange={(label) => set({ label })}
          most={40}
          hint={hints[question.kind]}
          wrong={tried ? wrongLabel : null}
        />
        {question.kind === 'choice' && (
          <AreaField
            label="可以选"
            value={options}
            onChange={setOptions}
            hint={'会包\n不会，想学'}
            most={180}
            wrong={tried ? wrongOptions : null}
          />
        )}
      </View>
      <SwitchRow
        first
        title="一定要答"
        say={question.kind === 'consent' ? '不同意就报不上' : '不答就报不上'}
        on={question.required}
        onChange={(required) => set({ required })}
      />
      <Link plain onTap={onBack}>
        不改了，回去
      </Link>
    </Sheet>
  )
}

function blank(questions: readonly Question[]): Question {
  const used = new Set(questions.map(({ id }) => id))
  let n = questions.length + 1
  while (used.has(`q${n}`)) n += 1
  return { id: `q${n}`, kind: 'text', label: '', options: [], required: false }
}
