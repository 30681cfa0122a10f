import type { Question, RosterRow, Unit } from '@core/contract'

/** What the roster says of the activity itself, for the answers and the posts of its people. */
export interface RosterForm {
  questions: readonly Question[]
  units: readonly Unit[]
}

export interface Tag {
  words: string
  tone: 'info' | 'warn' | 'plain'
}

/** What is special about her and her part; nothing for a plain seat of someone with a phone of her own. */
export function tagsOf({ state, position, kind }: RosterRow): Tag[] {
  const tags: Tag[] = []
  if (kind === 'child') tags.push({ words: '孩子', tone: 'plain' })
  if (kind === 'elder' || kind === 'care') tags.push({ words: '没有手机', tone: 'info' })
  if (kind === 'guest') tags.push({ words: '代登记', tone: 'plain' })
  if (state === 'offered') tags.push({ words: '等回话', tone: 'warn' })
  if (state === 'waiting') tags.push({ words: position ? `候补第 ${position} 位` : '候补', tone: 'info' })
  if (state === 'left') tags.push({ words: '退出了', tone: 'plain' })
  return tags
}

/** 72 岁 · 女儿代报 · 引导登记 · 和乐乐一起 */
export const remarkOf = (row: RosterRow, { units }: RosterForm) =>
  [
    row.age !== null && `${row.age} 岁`,
    row.broughtBy && row.kind !== 'guest' && `${row.broughtBy}代报`,
    units.find(({ id }) => id === row.unit)?.name,
    row.party.length > 0 && `和${row.party.join('、')}一起`,
  ]
    .filter(Boolean)
    .join(' · ')

/** Her answers with what was asked, those that she gave. */
export function answersOf({ answers }: RosterRow, { questions }: RosterForm): { label: string; said: string }[] {
  return questions.flatMap(({ id, label }) => {
    const answer = answers[id]
    if (answer === undefined || answer === '') return []
    return [{ label, said: answer === true ? '同意' : answer === false ? '没有同意' : String(answer) }]
  })
}

/** Whom a call about her goes to: 何玉珍, or 梁文娟（何玉珍的家人）. */
export const calledWords = ({ name, phoneOf }: Pick<RosterRow, 'name' | 'phoneOf'>) =>
  phoneOf ? `${phoneOf}（${name || '这一位'}的家人）` : name || '没写称呼'
