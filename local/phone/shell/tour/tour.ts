import type { Told } from '../device'
import { byId } from '../dom'
import { MOST } from '../keeping'
import type { Place } from '../place'
import { plain } from '../settings'
import type { Table } from '../table'
import { storyList, walkingCard } from './guide'
import { stories } from './stories'
import type { Deed, Memory, Step, Story } from './story'

const ELDER_FONT = 1.75

/** What a phone told, as a deed of who holds it; undefined for what no story waits for. */
function deedOf({ settings }: Place, { kind, detail }: Told): Deed | undefined {
  const who = settings.openid
  if (kind === 'route') return { who, route: String(detail.route), query: detail.query as Record<string, string> }
  if (kind === 'sent') return { who, sentTo: String(detail.to) }
  if (kind !== 'called') return undefined
  const { action, input } = (detail.data ?? {}) as { action?: string; input?: Record<string, unknown> }
  const result = detail.result as { ok?: boolean; data?: Record<string, unknown> } | undefined
  return result?.ok ? { who, action, input, data: result.data } : undefined
}

/** Walks visitors through the stories: points at the phone whose turn it is, and sees by itself what was done. */
export class Tour {
  private story: Story | undefined
  private step = 0
  private skipped = new Set<number>()
  private memory: Memory = {}
  private isOpen = false

  constructor(private readonly table: Table) {
    table.onTold((place, told) => {
      if (told.kind === 'ready' && !this.story) this.draw()
      const deed = deedOf(place, told)
      if (deed) this.hear(deed)
    })
    byId('stories-button').onclick = () => {
      this.isOpen = !this.isOpen
      this.draw()
    }
    this.draw()
  }

  private get next(): Step | undefined {
    return this.story?.steps[this.step]
  }

  private openidOf(name: string): string {
    return this.table.people.find((person) => person.name === name)?.openid ?? ''
  }

  /** The stories whose people and pages are there. */
  private offered(): Story[] {
    const pages = this.table.places.flatMap(({ device }) => device.pages)
    const names = new Set(this.table.people.map(({ name }) => name))
    const isThere = ({ cast, needs }: Story) =>
      cast.every((name) => names.has(name)) && (!needs || pages.some((page) => needs.test(page)))
    return stories.filter(isThere)
  }

  private begin(story: Story): void {
    this.story = story
    this.step = 0
    this.skipped = new Set()
    this.memory = {}
    this.isOpen = false
    this.gather(story.cast)
    this.turn()
  }

  /** Sees to it that everyone who takes part has a phone on the table, open at its first page. */
  private gather(cast: string[]): void {
    const wanted = cast.map((name) => this.openidOf(name))
    const spare = this.table.places.filter(({ settings }) => !wanted.includes(settings.openid))
    for (const openid of wanted) {
      const held = this.table.held(openid)
      if (held) held.device.open()
      else if (this.table.places.length < MOST) this.table.add(this.settingsFor(openid))
      else spare.shift()?.handTo(openid)
    }
  }

  private settingsFor(openid: string) {
    const isElder = this.table.people.find((person) => person.openid === openid)?.role === '老人'
    return { ...plain(openid), font: isElder ? ELDER_FONT : 1 }
  }

  private hear(deed: Deed): void {
    const { next } = this
    if (!next || deed.who !== this.openidOf(next.who) || !next.done(deed, this.memory)) return
    this.step += 1
    this.turn()
  }

  /** Points at the phone of the next step, at the page where it begins. */
  private turn(): void {
    const { next, memory } = this
    const place = next && this.table.held(this.openidOf(next.who))
    const isAfterSkip = this.skipped.has(this.step - 1)
    const path = next?.at?.(memory) ?? (isAfterSkip ? next?.afterSkip?.(memory) : undefined)
    if (path && place) place.device.open({ path })
    if (place) this.table.turnTo(place)
    this.draw()
  }

  private leave(): void {
    this.story = undefined
    this.draw()
  }

  private draw(): void {
    const { story, step, skipped, next } = this
    const openid = next && this.openidOf(next.who)
    for (const place of this.table.places) place.isWanted = place.settings.openid === openid
    const skip = () => {
      skipped.add(step)
      this.step += 1
      this.turn()
    }
    const leave = () => this.leave()
    const content = story
      ? walkingCard({ story, step, skipped, skip, leave })
      : storyList(this.offered(), (chosen) => this.begin(chosen))
    byId('tour').replaceChildren(content)
    document.body.classList.toggle('is-walking', Boolean(story))
    document.body.classList.toggle('is-choosing', this.isOpen && !story)
    byId('stories-button').setAttribute('aria-expanded', String(this.isOpen))
    this.table.lay()
  }
}
