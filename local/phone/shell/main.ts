import type { Card } from '../post/card'
import type { Message } from '../post/message'
import type { Person } from '../post/person'
import { byId } from './dom'
import { phonesFound } from './keeping'
import { Table } from './table'
import { Tour } from './tour/tour'

/** Follows what the server tells: cards and messages for the phones, and a new build of the mini-program. */
function listenToServer(table: Table): void {
  const events = new EventSource('/events')
  const read = <T>(event: Event) => JSON.parse((event as MessageEvent<string>).data) as T
  events.addEventListener('card', (event) => {
    const { card, reached } = read<{ card: Card; reached: string[] }>(event)
    table.arrived(reached, { card })
  })
  events.addEventListener('wechat', (event) => {
    const message = read<Message>(event)
    if (message.openid) table.arrived([message.openid], { message })
  })
  events.addEventListener('reload', () => {
    for (const { device } of table.places) device.open({ path: device.path })
  })
}

async function start(): Promise<void> {
  const people = (await (await fetch('/people')).json()) as Person[]
  const table = new Table(people)
  const { phones, first } = phonesFound(people)
  phones.forEach((settings, index) => table.add(settings, index === 0 ? first : {}))
  const [front] = table.places
  if (front) table.turnTo(front)
  byId('add').onclick = () => table.addNext()
  new Tour(table)
  listenToServer(table)
  Object.defineProperty(window, '__phone', { configurable: true, get: () => table.places[0]?.device.phone })
}

void start()
