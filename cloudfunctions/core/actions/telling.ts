// Messages: one document is both what the inbox shows and the note that WeChat was asked to send it.
import { fieldsOf, messageTemplates, type Letter, type TemplateName } from '../services/message-templates'
import type { World } from './world'

/** Something to be told, the same for everyone it is told to. */
export interface Notice {
  kind: string
  /** Id of the activity or team it is about, and which of its changes: the same twice is told once. */
  about: string
  rev: number | string
  title: string
  body: string
  page: string
  /** Somebody a family keeps whom the words name: they go when her data goes. */
  ward?: string
  /** Set when WeChat may carry it outside the app too. */
  outside?: { template: TemplateName; letter: Letter }
}

const noConsentLeft = 43101
/** Messages written side by side. */
const atOnce = 10

/**
 * Tells people; whoever was told this already is not told again. What concerns somebody whom a family keeps is told
 * to each who keeps her, under the name the family calls her; a guest whom an organiser entered is told nothing.
 */
export async function tell(world: World, personIds: readonly string[], notice: Notice): Promise<void> {
  const letters = await lettersFor(world, personIds, notice)
  for (let from = 0; from < letters.length; from += atOnce) {
    await Promise.all(letters.slice(from, from + atOnce).map((letter) => tellOne(world, letter)))
  }
}

/** A notice on its way to one account; `mark` is whom it is for, and makes the message's id. */
interface Addressed {
  personId: string
  mark: string
  notice: Notice
}

async function lettersFor({ store }: World, personIds: readonly string[], notice: Notice): Promise<Addressed[]> {
  const wards = await store.readMany(
    'dependents',
    personIds.filter((id) => id.startsWith('d')),
    ['keepers'],
  )
  return personIds.flatMap((id): Addressed[] => {
    if (id.startsWith('p')) return [{ personId: id, mark: id, notice }]
    const keepers = wards.get(id)?.keepers ?? []
    return keepers.map((keeper) => {
      return {
        personId: keeper.id,
        mark: `${keeper.id} ${id}`,
        notice: { ...noticeFor(keeper.called, notice), ward: id },
      }
    })
  })
}

/** 妈妈：「义诊」有座位了 */
function noticeFor(called: string, notice: Notice): Notice {
  const { outside } = notice
  return {
    ...notice,
    title: `${called}：${notice.title.replace(/^您的/, '')}`,
    outside: outside && { ...outside, letter: { ...outside.letter, note: `${called}：${outside.letter.note}` } },
  }
}

async function tellOne(world: World, { personId, mark, notice }: Addressed): Promise<void> {
  const { kind, about, rev, title, body, page, ward, outside } = notice
  const _id = world.ids.message(kind, about, rev, mark)
  const said = { title, body, page, ...(ward !== undefined && { ward }) }
  const message = { _id, personId, kind, ...said, at: world.now, read: false, sent: null }
  if (!(await world.store.add('messages', message))) return
  const hasConsent = outside ? await countAndSpend(world, personId, outside.template) : false
  if (!hasConsent) await world.store.change('people', { _id: personId }, { unread: world.store.is.inc(1) })
  if (outside && hasConsent) await send(world, personId, _id, notice, outside)
}

/** Counts a message as unread and spends one consent, in one write; false when she has none left. */
async function countAndSpend({ store }: World, personId: string, template: TemplateName): Promise<boolean> {
  const consent = `consents.${template}`
  const spent = await store.change(
    'people',
    { _id: personId, [consent]: store.is.gte(1) },
    { unread: store.is.inc(1), [consent]: store.is.inc(-1) },
  )
  return spent > 0
}

async function send(
  world: World,
  personId: string,
  messageId: string,
  notice: Notice,
  { template, letter }: NonNullable<Notice['outside']>,
): Promise<void> {
  const person = await world.store.read('people', personId, ['openid'])
  if (!person) return
  const page = notice.page.replace(/^\//, '')
  const code = await world.wechat.send(
    person.openid,
    world.wechat.templateId(template),
    page,
    fieldsOf(template, letter),
  )
  await world.store.change('messages', { _id: messageId }, { sent: code })
  if (code === noConsentLeft) await world.store.change('people', { _id: personId }, { [`consents.${template}`]: 0 })
}

/** The ids under which WeChat knows our templates, by their names. */
export const templateIds = ({ wechat }: World): Record<string, string> =>
  Object.fromEntries(Object.keys(messageTemplates).map((name) => [name, wechat.templateId(name)]))
