import { actions, type ActivityPage, type Answers, type CardFacts } from '@core/contract'
import { useEffect, useState } from 'react'
import { useAction, useDo } from '@/client'
import { paintPicture, type ShareCard } from '@/device'
import { cardPath, wordsOf, type CardWords } from '@/parts/card-link'
import { sharePictures } from '@/parts/share/pictures'
import { missingAnswer } from '../signup/answers'
import { paintCard, pictureHeight, pictureWidth } from './card-picture'
import { canGive, cardTitle, knownAs } from './words'

/** Id of the canvas on which the picture is drawn, beside the screen. */
export const easel = 'give-card'
/** A card is made once she stops choosing and writing, ms. */
const calm = 350

interface MadeCard {
  /** The choice it was made for. */
  choice: string
  token: string
  words: CardWords
  facts: CardFacts
}

/** Everything that is chosen for a card for an elder, and the card, made and drawn before it is shared. */
export function useGive(page: ActivityPage, now: number) {
  const asking = useAction(actions.family, {})
  const making = useDo(actions.makeCard, { invalidates: [actions.sentCards] })
  const [wanted, setElder] = useState<string | null>(null)
  const [saidAs, setSaidAs] = useState<Record<string, string>>({})
  const [chosen, setUnit] = useState<string | null>(() =>
    page.units.length === 1 ? (page.units[0]?.id ?? null) : null,
  )
  const [answers, setAnswers] = useState<Answers>({})
  const [card, setCard] = useState<MadeCard | null>(null)
  const [picture, setPicture] = useState<{ choice: string; path: string } | null>(null)
  const [hasFailed, setFailed] = useState(false)

  const people = page.people.filter(({ kind }) => kind === 'elder' || kind === 'care')
  const elders = (asking.data?.items ?? []).filter(canGive).map((ward) => {
    const person = people.find(({ id }) => id === ward.id)
    return { ward, mine: person?.mine ?? null, no: person?.no ?? null }
  })
  const able = elders.filter(({ no }) => !no)
  const picked = able.find(({ ward }) => ward.id === wanted) ?? able.find(({ mine }) => !mine) ?? able[0]
  const elder = picked?.ward ?? null
  // Whoever has a place keeps it: her card is for looking up when and where.
  const place = picked?.mine ?? null
  const as = elder ? (saidAs[elder.id] ?? knownAs(elder)) : ''
  const unit = place ? place.unit : chosen
  const missing = missingAnswer(page.questions, answers)
  const lacksUnit = page.units.length > 0 && unit === null
  const canMake = elder !== null && !lacksUnit && missing.length === 0
  const choice = canMake ? JSON.stringify([elder.id, as, unit, answers]) : ''
  const isMade = card?.choice === choice
  const { busy, run } = making

  useEffect(() => {
    if (!elder || choice === '' || isMade || busy || making.trouble) return
    const timer = setTimeout(() => {
      void run({ id: page.id, wardId: elder.id, as, unit, answers }).then((reply) => {
        if (!reply?.ok) return
        const { token, facts } = reply.data
        setCard({ choice, token, facts, words: wordsOf(facts, as) })
      })
    }, calm)
    return () => clearTimeout(timer)
  }, [elder, choice, isMade, busy, making.trouble, run, page.id, as, unit, answers])

  useEffect(() => {
    if (!card || picture?.choice === card.choice) return
    const drawn = paintPicture({ id: easel, width: pictureWidth, height: pictureHeight }, async (pen) => {
      paintCard(pen, card.words, now)
    })
    drawn.then(
      (path) => setPicture({ choice: card.choice, path }),
      () => setFailed(true),
    )
  }, [card, picture, now])

  const drawn = picture?.choice === choice ? picture.path : null
  // A picture that cannot be drawn keeps no card from being sent.
  const imageUrl = drawn ?? (hasFailed ? sharePictures[page.colour] : null)
  const shared: ShareCard | null =
    card && isMade && imageUrl
      ? { title: cardTitle(card.words.title, as), path: cardPath(card.token, card.words), imageUrl }
      : null
  const changed =
    <T>(set: (value: T) => void) =>
    (value: T) => {
      making.forget()
      set(value)
    }
  return {
    asking,
    elders,
    elder,
    place,
    setElder: changed(setElder),
    as,
    setAs: changed((next: string) => elder && setSaidAs((before) => ({ ...before, [elder.id]: next }))),
    unit,
    setUnit: changed(setUnit),
    lacksUnit,
    answers,
    missing,
    answer: changed(([id, value]: [string, Answers[string]]) => setAnswers((before) => ({ ...before, [id]: value }))),
    trouble: making.trouble,
    again: making.forget,
    shared,
    picture: shared?.imageUrl ?? null,
  }
}

export type Giving = ReturnType<typeof useGive>
