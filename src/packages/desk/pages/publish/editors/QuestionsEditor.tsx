import type { Question } from '@core/contract'
import { useState } from 'react'
import { BigButton, ListRow, Sheet } from '@/ui'
import { questionKinds } from '../../../form/words'
import type { EditorProps } from './Editor'
import { OneQuestionEditor } from './OneQuestionEditor'

const mostQuestions = 6

/** What people are asked when they sign up; the answers are for the organiser alone. */
export function QuestionsEditor({ form, onDone }: EditorProps) {
  const [questions, setQuestions] = useState(form.questions)
  const [open, setOpen] = useState<Question | 'new' | null>(null)
  const done = () => onDone({ ...form, questions })
  if (open) {
    return (
      <OneQuestionEditor
        questions={questions}
        question={open}
        onBack={() => setOpen(null)}
        onDone={(next) => {
          setQuestions(next)
          setOpen(null)
        }}
      />
    )
  }
  return (
    <Sheet
      title="报名时要问的"
      say="回答只有您看得到。能不问就不问，少填一样，老人就少一道坎。"
      onClose={done}
      foot={<BigButton onTap={done}>好了</BigButton>}
    >
      {questions.map((question, index) => (
        <ListRow
          key={question.id}
          first={index === 0}
          title={question.label}
          say={remarkOf(question)}
          onTap={() => setOpen(question)}
          name={`${question.label}，${remarkOf(question)}，改一改`}
        />
      ))}
      {questions.length < mostQuestions && (
        <ListRow
          first={questions.length === 0}
          title="加一样要问的"
          say="写一句、选一个、填个数，或者勾个同意"
          onTap={() => setOpen('new')}
          name="加一样要问的"
        />
      )}
    </Sheet>
  )
}

const remarkOf = ({ kind, options, required }: Question) =>
  [questionKinds[kind], kind === 'choice' && options.join('、'), required ? '必填' : '可以不填']
    .filter(Boolean)
    .join(' · ')
