import { momentOf, peopleNow, type NotedStep, type PersonNow } from '@core/domain/day-queue'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useEvery, useShown, watchNetwork } from '@/device'
import { bookOf, merge, note, refresh, type Book } from './book'
import { daysWaiting, forgetOldSheets } from './keeping'

/** Two leaders' phones come together at least this often. */
const refreshMs = 20_000
/** Taps that follow each other this closely are sent together. */
const tapPauseMs = 800

/** What a step is beside its key and moment. */
export type Happened = Pick<NotedStep, 'kind'> & Partial<Pick<NotedStep, 'name' | 'phone' | 'unit' | 'via' | 'pass'>>

/** The book of a day while its page is open. */
export interface OpenBook extends Book {
  people: PersonNow[]
  /** Now by the cloud's clock. */
  cloudNow: () => number
  /** Notes what happened; null is a walk-in. Everything else follows by itself. */
  happened: (who: PersonNow | string | null, what: Happened) => void
  again: () => Promise<boolean>
}

const newKey = () => `s${Date.now().toString(36)}${Math.random().toString(36).slice(2, 12)}`

/** Opens the book of a day: shown at once from storage, merged and fetched anew whenever the network allows. */
export function useBook(id: string): OpenBook {
  const book = bookOf(id)()
  const { rows, steps, skew } = book
  const people = useMemo(() => peopleNow(rows, steps, skew), [rows, steps, skew])
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const again = useCallback(() => refresh(id), [id])

  useShown(() => void again())
  useEvery(
    refreshMs,
    useCallback(() => void refresh(id), [id]),
  )
  useEffect(
    () =>
      watchNetwork((online) => {
        if (!online) return bookOf(id).setState({ way: 'offline' })
        if (bookOf(id).getState().way !== 'open') void refresh(id)
        for (const other of daysWaiting()) if (other !== id) void merge(other)
      }),
    [id],
  )
  useEffect(() => forgetOldSheets(Date.now()), [])

  const happened = useCallback(
    (who: PersonNow | string | null, what: Happened) => {
      const { steps: noted } = bookOf(id).getState()
      const whose = typeof who === 'string' ? who : (who?.id ?? '')
      // A walk-in of this phone alone is known by the key of her first step.
      const isKey = noted.some((step) => step.key === whose && step.personId === null)
      note(id, {
        key: newKey(),
        personId: whose && !isKey ? whose : null,
        of: isKey ? whose : '',
        at: momentOf(noted, whose, Date.now()),
        isSent: false,
        name: '',
        phone: '',
        unit: null,
        via: 'name',
        pass: '',
        ...what,
      })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void merge(id), tapPauseMs)
    },
    [id],
  )
  const cloudNow = useCallback(() => Date.now() + bookOf(id).getState().skew, [id])
  return { ...book, people, cloudNow, happened, again }
}
