import type { PersonDoc } from '../ports/documents'
import { ids, type Ids } from '../ports/ids'
import { store, type Store } from '../ports/store'
import { wechat, type WeChat } from '../ports/wechat'

/** What a handler is given: the moment, the world it may touch, and the mark of this call. */
export interface World {
  now: number
  trace: string
  store: Store
  ids: Ids
  wechat: WeChat
  /** Who asks: her id and OPENID, '' when the platform named nobody. */
  id: string
  openid: string
  /** What is known of her; null for a person who never said anything. */
  person: PersonDoc | null
}

/** The world as a call without a person sees it, such as a timer's round. */
export function worldOf(openid = '', person: PersonDoc | null = null): World {
  const id = openid ? ids.person(openid) : ''
  return { now: Date.now(), trace: ids.trace(), store, ids, wechat, id, openid, person }
}

/** Whether she has said how to address her; signing up needs that. */
export const hasProfile = (person: PersonDoc | null): person is PersonDoc => !!person && person.name !== ''
