import { View } from '@tarojs/components'
import type { Answers, Candidate, Question } from '@core/contract'
import { AreaField, ChoiceField, TextField } from '@/ui'
import { inWords } from '../people/candidates'
import { AgreeRow } from './AgreeRow'

interface QuestionFieldsProps {
  questions: readonly Question[]
  people: readonly Candidate[]
  answers: Readonly<Record<string, Answers>>
  /** `personId:questionId` of what is still missing. */
  wrong: readonly string[]
  onAnswer: (personId: string, questionId: string, value: Answers[string]) => void
}

/** What the activity asks of each who comes; only its organiser reads it. */
export function QuestionFields({ questions, people, answers, wrong, onAnswer }: QuestionFieldsProps) {
  return (
    <>
      {people.map((person) => (
        <View key={person.id} id={`sheet-asked-${person.id}`} className="fields mt5">
          <View className="row between g2">
            <View className="b">{people.length > 1 ? `${inWords(person)}的情况` : '还要问一下'}</View>
            <View className="small i2">只有队长看得到</View>
          </View>
          {questions.map((question) => (
            <OneQuestion
              key={question.id}
              question={question}
              value={answers[person.id]?.[question.id]}
              isWrong={wrong.includes(`${person.id}:${question.id}`)}
              onChange={(value) => onAnswer(person.id, question.id, value)}
            />
          ))}
        </View>
      ))}
    </>
  )
}

interface OneQuestionProps {
  question: Question
  value: Answers[string] | undefined
  isWrong: boolean
  onChange: (value: Answers[string]) => void
}

function OneQuestion({ question, value, isWrong, onChange }: OneQuestionProps) {
  const { kind, label, options, required } = question
  const text = value === undefined || value === false ? '' : String(value)
  const hint = required ? '要填' : '可以不填'
  switch (kind) {
    case 'consent':
      return (
        <AgreeRow
          on={value === true}
          wrong={isWrong ? '勾上这一条才能报名' : ''}
          onToggle={() => onChange(value !== true)}
        >
          {label}
        </AgreeRow>
      )
    case 'choice':
      return (
        <View className="question">
          <View className="small i2 question__l">{label}</View>
          <ChoiceField
            label="选一个"
            options={options}
            value={options.indexOf(text)}
            onChange={(index) => onChange(options[index] ?? '')}
            hint={hint}
            wrong={isWrong ? '选一个，好让队长准备' : null}
          />
        </View>
      )
    case 'number':
      return (
        <View className="question">
          <View className="small i2 question__l">{label}</View>
          <TextField
            label="数字"
            type="digit"
            most={8}
            value={text}
            onChange={(next) => onChange(next.trim() === '' || Number.isNaN(Number(next)) ? '' : Number(next))}
            hint={hint}
            wrong={isWrong ? '写一个数字' : null}
          />
        </View>
      )
    case 'text':
      return (
        <View className="question">
          <View className="small i2 question__l">{label}</View>
          <AreaField
            label="写下"
            most={200}
            value={text}
            onChange={onChange}
            hint={hint}
            wrong={isWrong ? '写几个字，好让队长准备' : null}
          />
        </View>
      )
  }
}
