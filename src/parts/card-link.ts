// The address of a card for an elder. It carries what everybody may know of the activity, so that the page tells
// everything before the cloud has answered, without a network, and where WeChat shows one page only.
import { colours, type CardFacts, type Colour } from '@core/contract'
import { pathTo } from '@/device/routes'

/** What a card says by itself: public facts, and what the one who invites is to her (女儿); never a person's name. */
export interface CardWords {
  title: string
  colour: Colour
  startsAt: number
  endsAt: number
  placeName: string
  contact: { name: string; phone: string }
  as: string
}

/** The words of a card whose facts the cloud has told. */
export const wordsOf = (facts: CardFacts, as: string): CardWords => {
  const { title, colour, startsAt, endsAt, place, contact } = facts
  return { title, colour, startsAt, endsAt, placeName: place.name, contact, as }
}

/** The path that opens a card, with its words. */
export function cardPath(token: string, words: CardWords): string {
  const { title, colour, startsAt, endsAt, placeName, contact, as } = words
  return pathTo('card', {
    t: token,
    w: title,
    s: String(startsAt),
    e: String(endsAt),
    p: placeName,
    c: contact.name,
    n: contact.phone,
    k: colour,
    a: as,
  })
}

/** The words within a card's address, by the query's own names; null where it carries none. */
export function wordsIn(param: (name: string) => string): CardWords | null {
  const [startsAt, endsAt] = [Number(param('s')), Number(param('e'))]
  const colour = colours.find((each) => each === param('k'))
  if (!param('w') || !colour || !(startsAt > 0) || !(endsAt > startsAt)) return null
  return {
    title: param('w'),
    colour,
    startsAt,
    endsAt,
    placeName: param('p'),
    contact: { name: param('c'), phone: param('n') },
    as: param('a'),
  }
}
