// What is behind the square codes of the day: a person's pass, and the code on the leader's screen.
import { codeEvery, codeLife } from '../contract'

/** A pass says who comes to what. */
export interface Pass {
  activityId: string
  personId: string
  mac: string
}

/** A code says what it checks in or out of, and from when it is good. */
export interface Code {
  activityId: string
  kind: 'in' | 'out'
  from: number
  mac: string
}

const passShape = /^7C:P:([A-Za-z0-9_-]{1,64}):([A-Za-z0-9_-]{1,64}):([a-z2-7]{1,64})$/
const codeShape = /^7C:C:([A-Za-z0-9_-]{1,64}):(in|out):([0-9a-z]{1,10}):([a-z2-7]{1,64})$/
/** Leaders' screens may run ahead of the cloud by so long. */
const ahead = 5000

/** Reads a pass; null for anything else. Whether it is genuine only the cloud can tell. */
export function readPass(text: string): Pass | null {
  const [, activityId, personId, mac] = passShape.exec(text) ?? []
  return activityId && personId && mac ? { activityId, personId, mac } : null
}

/** Reads a code; null for anything else. Whether it is genuine only the cloud can tell. */
export function readCode(text: string): Code | null {
  const [, activityId, kind, from, mac] = codeShape.exec(text) ?? []
  if (!activityId || !kind || !from || !mac) return null
  return { activityId, kind: kind === 'in' ? 'in' : 'out', from: parseInt(from, 36), mac }
}

/** What the seal of a pass is made of. */
export const passBody = ({ activityId, personId }: Omit<Pass, 'mac'>) => `${activityId}:${personId}`
export const passText = (pass: Pass) => `7C:P:${passBody(pass)}:${pass.mac}`

/** What the seal of a code is made of. */
export const codeBody = ({ activityId, kind, from }: Omit<Code, 'mac'>) => `${activityId}:${kind}:${from.toString(36)}`
export const codeText = (code: Code) => `7C:C:${codeBody(code)}:${code.mac}`

/** Whether a code is good at a moment: from its own on, for as long as a code lives. */
export const isGood = ({ from }: Pick<Code, 'from'>, now: number): boolean =>
  from - ahead <= now && now < from + codeLife

/** From when each of the next codes is good, the one of this moment first. */
export function codeMoments(now: number, forMs: number): number[] {
  const first = Math.floor(now / codeEvery) * codeEvery
  return Array.from({ length: Math.ceil(forMs / codeEvery) + 1 }, (_, n) => first + n * codeEvery)
}

/** A code as a row remembers it. */
export const codeMark = ({ kind, from }: Pick<Code, 'kind' | 'from'>) => `${kind}.${from.toString(36)}`

/** Whether a row that remembers this mark has used the code, or a later one: no code is used twice. */
export function isUsed(mark: string | undefined, { kind, from }: Pick<Code, 'kind' | 'from'>): boolean {
  const [lastKind, last = ''] = mark?.split('.') ?? []
  if (!lastKind) return false
  const lastFrom = parseInt(last, 36)
  return from < lastFrom || (from === lastFrom && kind === lastKind)
}
