import { fit } from './message-templates'

/** Letters of a title, and the fewest that say anything. */
const most = 18
const fewest = 4

const sentenceEnd = /[。！？!?\n]/
const pause = /[，；,;]/

/** How a case is called in lists: the first sentence of what was said, or as much of it as is a title; no mark at its end. */
export function caseTitle(words: string): string {
  const first = (parts: string[]) => parts.find((part) => part.trim().length >= fewest)?.trim()
  const sentence = first(words.split(sentenceEnd)) ?? words.trim()
  if (sentence.length <= most) return sentence
  const clause = first(sentence.split(pause)) ?? sentence
  return fit(clause.length <= most ? clause : sentence, most)
}
