import { actions, type Card } from '@core/contract'
import { useState } from 'react'
import { useAction, useDo, type Trouble } from '@/client'
import { isSinglePage, scrollToTop, useNow, useQuery } from '@/device'
import { wordsIn, wordsOf, type CardWords } from '@/parts/card-link'
import { stageOf, type Stage } from './stage'

/** What an answer makes untrue on this phone. */
const untrue = [actions.openCard, actions.getActivity, actions.myActivities, actions.sentCards]

/** A card as this page shows it: by its own words at first, by the cloud's as soon as they come. */
export interface CardPage {
  words: CardWords | null
  card: Card | undefined
  stage: Stage
  now: number
  /** Shown from Moments: nothing can be tapped there. */
  isOnlyRead: boolean
  /** What went wrong with the answer or with accepting, until the next try. */
  trouble: Trouble | undefined
  /** The card's own words are all there is, since asking failed. */
  isAlone: boolean
  /** Which answer is under way. */
  saying: 'yes' | 'no' | null
  accepting: boolean
  loading: boolean
  say: (yes: boolean) => Promise<void>
  accept: () => Promise<void>
  again: () => void
}

/** Everything of the card in this page's address, and her word on it. */
export function useCard(): CardPage {
  const query = useQuery()
  const token = query('t')
  const now = useNow()
  const asking = useAction(actions.openCard, { token }, { enabled: token !== '' })
  const answering = useDo(actions.answerCard, { invalidates: untrue })
  const accepting = useDo(actions.acceptCard, { invalidates: [actions.openCard, actions.family, actions.me] })
  const [saying, setSaying] = useState<'yes' | 'no' | null>(null)
  const [told, setTold] = useState<{ card: Card; at: number } | null>(null)

  // What she was told last counts until something newer comes.
  const card = told && told.at >= asking.asOf ? told.card : asking.data
  const words = card ? wordsOf(card.facts, card.from.as) : wordsIn(query)
  const isExpired = token === '' || asking.trouble?.refusal?.refused === 'card.over'
  const isOnlyRead = isSinglePage()
  const stage = stageOf({ card, isExpired, words, now, isOnlyRead })

  const keep = (next: Card) => {
    setTold({ card: next, at: Date.now() })
    scrollToTop()
  }
  const say = async (yes: boolean) => {
    setSaying(yes ? 'yes' : 'no')
    accepting.forget()
    const reply = await answering.run({ token, yes })
    setSaying(null)
    if (reply?.ok) keep(reply.data)
  }
  const accept = async () => {
    answering.forget()
    const reply = await accepting.run({ token })
    if (reply?.ok) setTold({ card: reply.data, at: Date.now() })
  }
  return {
    words,
    card,
    stage,
    now,
    isOnlyRead,
    trouble: answering.trouble ?? accepting.trouble,
    isAlone: !card && asking.trouble !== undefined && !isExpired,
    saying,
    accepting: accepting.busy,
    loading: asking.loading,
    say,
    accept,
    again: () => void asking.again(),
  }
}
