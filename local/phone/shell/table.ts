import type { Card } from '../post/card'
import type { Message } from '../post/message'
import type { Person } from '../post/person'
import type { Told } from './device'
import { byId, el, face } from './dom'
import { type FirstPage, keepPhones, MOST } from './keeping'
import { isOneAtATime, type Room, scaleFor } from './layout'
import { Place } from './place'
import { type PhoneSettings, plain } from './settings'

/** The table: up to three phones, side by side where there is room, else one at a time. */
export class Table {
  places: Place[] = []
  private front: Place | undefined
  private readonly hearers = new Set<(place: Place, told: Told) => void>()

  constructor(readonly people: Person[]) {
    addEventListener('resize', () => this.lay())
    addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') for (const place of this.places) place.escape()
    })
    addEventListener('pointerdown', ({ target }) => {
      for (const place of this.places) if (!place.element.contains(target as Node)) place.close()
    })
  }

  /** Hears everything that any phone tells. */
  onTold(hear: (place: Place, told: Told) => void): void {
    this.hearers.add(hear)
  }

  /** Puts a phone on the table and starts it. */
  add(settings: PhoneSettings, first: FirstPage = {}): Place {
    const place = new Place(settings, this.people, {
      changed: () => this.changed(),
      removed: (gone) => this.remove(gone),
      told: (from, told) => this.hearers.forEach((hear) => hear(from, told)),
    })
    this.places.push(place)
    byId('table').append(place.element)
    this.front = place
    this.changed()
    place.device.open(first)
    return place
  }

  /** Puts a phone of somebody who has none on the table. */
  addNext(): void {
    const next = this.people.find(({ openid }) => !this.held(openid)) ?? this.people[0]
    if (this.places.length < MOST && next) this.add(plain(next.openid))
  }

  remove(place: Place): void {
    if (this.places.length < 2) return
    this.places = this.places.filter((other) => other !== place)
    place.element.remove()
    if (this.front === place) this.front = this.places[0]
    this.changed()
  }

  /** Shows this phone where only one is shown at a time. */
  turnTo(place: Place): void {
    this.front = place
    this.lay()
  }

  /** The phone that somebody holds. */
  held(openid: string): Place | undefined {
    return this.places.find(({ settings }) => settings.openid === openid)
  }

  /** Something has come for these people: every phone of theirs shows it. */
  arrived(openids: string[], what: { card: Card } | { message: Message }): void {
    for (const place of this.places) if (openids.includes(place.settings.openid)) place.arrived(what)
  }

  /** Lays the phones out anew, after something beside them has changed its size. */
  lay(): void {
    const count = this.places.length
    const isOne = isOneAtATime(count, this.room())
    document.body.classList.toggle('is-one', isOne)
    document.body.classList.toggle('is-only', count < 2)
    for (const place of this.places) place.element.classList.toggle('is-front', place === this.front)
    this.drawTabs(isOne)
    const scale = scaleFor(isOne ? 1 : count, this.room())
    document.documentElement.style.setProperty('--scale', String(scale))
  }

  private room(): Room {
    const { clientWidth: width, clientHeight: height } = byId('table')
    return { width, height }
  }

  private changed(): void {
    keepPhones(this.places.map(({ settings }) => settings))
    byId('add').hidden = this.places.length >= MOST || this.places.length >= this.people.length
    this.lay()
  }

  private drawTabs(isOne: boolean): void {
    const tabs = byId('phones')
    tabs.hidden = !isOne || this.places.length < 2
    tabs.replaceChildren(
      ...this.places.map((place) => {
        const { name } = place.holder
        const news = place.unread > 0 && el('em', { text: String(place.unread), label: `${place.unread} 条没看` })
        const tab = el('button', { role: 'tab', press: () => this.turnTo(place) }, face(name), name, news)
        tab.setAttribute('aria-selected', String(place === this.front))
        return tab
      }),
    )
  }
}
