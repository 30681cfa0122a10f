import type { Card } from '../post/card'
import type { Message } from '../post/message'
import type { Person } from '../post/person'
import { Device, type Told } from './device'
import { el, face } from './dom'
import { peopleList, settingsList } from './panel'
import { type PhoneSettings, plain } from './settings'
import { signs } from './signs'
import { Trouble } from './trouble'

const MOMENTS = 1154

/** What the table wants to hear from a place. */
export interface Listener {
  /** Who holds it or how it is set has changed. */
  changed(): void
  removed(place: Place): void
  told(place: Place, told: Told): void
}

/** One place at the table: a phone, who holds it, how it is set, and what went wrong on it. */
export class Place {
  readonly device: Device
  /** How much in its chats was not looked at. */
  unread = 0
  private readonly head = el('header', { class: 'place-head' })
  private readonly panel = el('div', { class: 'place-panel' })
  private readonly trouble = new Trouble()
  private readonly album = el('div', { class: 'album' })
  readonly element: HTMLElement
  private open: 'people' | 'settings' | undefined

  constructor(
    readonly settings: PhoneSettings,
    private readonly people: Person[],
    private readonly listener: Listener,
  ) {
    this.device = new Device(settings, (told) => this.hear(told))
    const around = el('div', { class: 'place-around' }, this.trouble.element, this.album)
    this.element = el('section', { class: 'place' }, this.head, this.panel, this.device.element, around)
    this.album.hidden = true
    this.draw()
  }

  /** Who holds the phone. */
  get holder(): Person {
    const { openid } = this.settings
    return this.people.find((person) => person.openid === openid) ?? { openid, name: openid || '谁' }
  }

  /** Hands the phone to somebody else; what was wrong on it goes with who had it. */
  handTo(openid: string): void {
    Object.assign(this.settings, { ...plain(openid), font: this.settings.font, dark: this.settings.dark })
    this.trouble.clear()
    this.close()
    this.device.open()
    this.listener.changed()
  }

  /** A card or a notification has come for who holds it. */
  arrived(what: { card: Card } | { message: Message }): void {
    if ('card' in what) void this.device.phone?.cardArrived(what.card)
    else void this.device.phone?.messageArrived(what.message)
    void this.count()
  }

  /** Points at this phone, or no longer. */
  set isWanted(isWanted: boolean) {
    this.element.classList.toggle('is-wanted', isWanted)
  }

  /** Puts away what is open over the phone. */
  close(): void {
    this.open = undefined
    this.draw()
  }

  /** Puts away what is open over the phone and goes back to the button that opened it. */
  escape(): void {
    if (!this.open) return
    const opener = this.open === 'people' ? '.who' : '.tool'
    this.close()
    this.head.querySelector<HTMLElement>(opener)?.focus()
  }

  private change(next: Partial<PhoneSettings>): void {
    const path = this.device.path
    Object.assign(this.settings, next)
    if ('font' in next || 'moments' in next) this.device.open({ path })
    else this.device.phone?.change(next)
    this.draw()
    this.listener.changed()
  }

  private hear(told: Told): void {
    const { kind, detail } = told
    if (kind === 'error') this.trouble.add(String(detail.kind), String(detail.message))
    if (kind === 'album') this.keep(String(detail.picture))
    if (kind === 'ready') this.entered(detail.scene === MOMENTS)
    if (kind === 'ready' || kind === 'looked') void this.count()
    this.listener.told(this, told)
  }

  /** A phone goes on from Moments to the mini-program by itself, and its setting follows. */
  private entered(moments: boolean): void {
    if (this.settings.moments === moments) return
    this.settings.moments = moments
    this.draw()
    this.listener.changed()
  }

  private async count(): Promise<void> {
    this.unread = (await this.device.phone?.unread()) ?? 0
    this.draw()
    this.listener.changed()
  }

  private keep(picture: string): void {
    const image = el('img')
    image.src = picture
    image.alt = '存到相册的图片'
    const link = el('a', {}, image)
    link.href = picture
    link.download = `${Date.now()}.png`
    this.album.hidden = false
    this.album.prepend(link)
  }

  private toggle(what: 'people' | 'settings'): void {
    this.open = this.open === what ? undefined : what
    this.draw()
  }

  private draw(): void {
    const { name, role } = this.holder
    this.device.name = `${name}的手机`
    this.element.setAttribute('aria-label', `${name}的手机`)
    this.head.replaceChildren(this.who(name, role), ...this.news(), ...this.tools(name))
    this.panel.hidden = !this.open
    if (this.open === 'people')
      this.panel.replaceChildren(peopleList(this.people, this.settings.openid, (openid) => this.handTo(openid)))
    if (this.open === 'settings') this.panel.replaceChildren(settingsList(this.settings, (next) => this.change(next)))
  }

  private who(name: string, role?: string): HTMLElement {
    const words = el('span', {}, el('b', { text: name }), Boolean(role) && el('small', { text: role }))
    const label = `${name}拿着，换个人`
    const button = el('button', { class: 'who', label, press: () => this.toggle('people') }, face(name), words)
    button.insertAdjacentHTML('beforeend', signs.down)
    button.setAttribute('aria-expanded', String(this.open === 'people'))
    return button
  }

  private news(): HTMLElement[] {
    if (!this.unread) return []
    const text = `${this.unread} 条没看`
    return [el('button', { class: 'news', text, press: () => this.device.phone?.chats() })]
  }

  private tools(name: string): HTMLElement[] {
    const tool = (sign: string, label: string, press: () => void) => {
      const button = el('button', { class: 'tool', label, press })
      button.innerHTML = sign
      return button
    }
    const set = tool(signs.settings, `设置${name}的手机`, () => this.toggle('settings'))
    set.setAttribute('aria-expanded', String(this.open === 'settings'))
    return [set, tool(signs.remove, `收起${name}的手机`, () => this.listener.removed(this))]
  }
}
