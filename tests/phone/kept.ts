import type { App } from './app'

/** Adds someone beside the phone; answers with the id. */
export async function added(app: App, by: string, called: string, name: string, key: string): Promise<string> {
  const someone = { id: null, name, called, kind: 'elder', born: '1950-03', phone: '', consent: true }
  const { id } = await app.call<{ id: string }>(by, 'family.save', { ...someone, key })
  return id
}

/** Somebody kept, as those who keep her see her. */
export interface Kept {
  id: string
  keepers: { id: string; name: string; may: { signUp: boolean; told: boolean } }[]
}
/** Whom somebody of the cast keeps, beside the phone. */
export const familyOf = async (app: App, name: string) =>
  (await app.call<{ items: Kept[] }>(name, 'family.list', {})).items

/** Lets a second of the family keep her too. */
export async function keptToo(app: App, by: string, id: string, other: string, as: string): Promise<void> {
  const { token } = await app.call<{ token: string }>(by, 'family.invite', { id })
  await app.call(other, 'family.accept', { token, called: '姨婆', as })
}
