import { plainExtras, type ActivityForm, type Me } from '../../cloudfunctions/core/contract'
import { type App, morning } from './app'

const hour = 3_600_000

/** The team of 苏桂兰, for which the tests publish. */
export const crafts = 'liuwan-crafts'

/** What the leader fills in for a class with so many seats, some hours from now. */
export function classOf(title: string, capacity: number, inHours = 72): ActivityForm {
  const startsAt = morning + inHours * hour
  return {
    teamId: crafts,
    template: '',
    title,
    intro: '自己带一双手来就行。',
    place: { id: null, name: '2 号楼活动室', address: '', latitude: null, longitude: null },
    startsAt,
    endsAt: startsAt + hour,
    opensAt: morning - hour,
    closesAt: startsAt,
    cancelBy: startsAt - hour,
    capacity,
    audience: 'anyone',
    bring: [],
    contact: { name: '苏桂兰', phone: '000-5201103' },
    ...plainExtras,
  }
}

/** The leader publishes beside the phone; answers with the id. */
export async function published(app: App, title: string, capacity: number, inHours?: number): Promise<string> {
  const form = classOf(title, capacity, inHours)
  const key = `key-${[...title].map((letter) => letter.codePointAt(0)).join('-')}-${form.startsAt}`
  const { id } = await app.call<{ id: string }>('苏桂兰', 'activity.draft', { key, form })
  await app.call('苏桂兰', 'activity.publish', { id })
  return id
}

/** Someone of a crowd, known by her number only, asks the cloud beside the phone. */
export async function callAs<T = unknown>(app: App, openid: string, action: string, input: object): Promise<T> {
  const answer = await fetch(new URL('cloud/functions/api', app.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ openid, data: { action, input } }),
  })
  const { result } = (await answer.json()) as { result: { ok: boolean; data: T } }
  if (!result.ok) throw new Error(`${action} as ${openid}: ${JSON.stringify(result)}`)
  return result.data
}

/** She lets WeChat bring her one message of this kind, as by 允许 on her phone. */
export async function allow(app: App, openid: string, name: string): Promise<void> {
  const { templates } = await callAs<Me>(app, openid, 'people.me', {})
  const templateIds = [templates[name] ?? '']
  await fetch(new URL('cloud/wechat/consent', app.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ openid, templateIds }),
  })
  await callAs(app, openid, 'people.consent', { templates: templateIds })
}

/** So many neighbours, 邻居001 and on, sign up for an activity; each has a telephone number. */
export async function signUpCrowd(app: App, id: string, many: number): Promise<void> {
  for (let n = 1; n <= many; n += 1) {
    const number = String(n).padStart(3, '0')
    const openid = `o-crowd-${number}`
    const profile = { name: `邻居${number}`, communityId: 'liuwan', phone: `139000${number}00` }
    await callAs(app, openid, 'people.save', profile)
    await callAs(app, openid, 'activity.join', { id })
  }
}
