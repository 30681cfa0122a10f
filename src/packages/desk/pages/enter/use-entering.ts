import { actions, type OutputOf, type enterPeople } from '@core/contract'
import type { ListedPerson } from '@core/domain/name-list'
import { useState } from 'react'
import { useDo } from '@/client'

type Outcome = OutputOf<typeof enterPeople>['items'][number]['outcome']

/** Someone sent to be entered, and what became of it. */
export interface EnteredPerson extends ListedPerson {
  outcome: Outcome
}

/** So many the cloud takes in one call. */
const atOnce = 50

/** Enters people by name, in as many calls as it takes, and keeps what became of each until the next time. */
export function useEntering(id: string, unit: string | null) {
  const [entered, setEntered] = useState<readonly EnteredPerson[]>([])
  const { run, busy, trouble } = useDo(actions.enterPeople, {
    invalidates: [actions.roster, actions.desk, actions.getActivity, actions.listActivities],
  })
  const send = async (people: readonly ListedPerson[], anyway: boolean, before: readonly EnteredPerson[]) => {
    let all = before
    for (let from = 0; from < people.length; from += atOnce) {
      const part = people.slice(from, from + atOnce)
      const answer = await run({ id, people: [...part], unit, anyway })
      if (!answer?.ok) return null
      all = [...all, ...part.map((person, n) => ({ ...person, outcome: answer.data.items[n]?.outcome ?? 'same' }))]
      setEntered(all)
    }
    return all
  }
  return {
    entered,
    done: busy ? entered.length : 0,
    busy,
    trouble,
    /** Answers whether all were sent; those sent before a trouble stay entered, and sending them again is harmless. */
    enter: async (people: readonly ListedPerson[]) => {
      setEntered([])
      const { first, again } = byName(people)
      const sent = await send(first, false, [])
      // Namesakes within the list were looked at before it was sent: they are two people.
      return sent && (again.length === 0 || (await send(again, true, sent)) !== null)
    },
    /** Enters a namesake who is somebody else. */
    enterAnyway: (person: EnteredPerson) => send([person], true, without(entered, person)),
    /** She is the one who is in already. */
    letBe: (person: EnteredPerson) => setEntered([...without(entered, person), { ...person, outcome: 'same' }]),
  }
}

function byName(people: readonly ListedPerson[]) {
  const seen = new Set<string>()
  const first: ListedPerson[] = []
  const again: ListedPerson[] = []
  for (const person of people) {
    const list = seen.has(person.name) ? again : first
    list.push(person)
    seen.add(person.name)
  }
  return { first, again }
}

const without = (people: readonly EnteredPerson[], person: EnteredPerson) => people.filter((each) => each !== person)
