import type { Answers, Question } from '@core/contract'

/** Ids of the required questions without an answer; a consent is answered by yes only. */
export function missingAnswer(questions: readonly Question[], answers: Answers): string[] {
  return questions.filter(({ id, required }) => required && isEmpty(answers[id])).map(({ id }) => id)
}

const isEmpty = (value: Answers[string] | undefined) =>
  value === undefined || value === false || (typeof value === 'string' && value.trim() === '')
