import { actions } from '@core/contract'
import { useAction, useMe } from '@/client'
import { PersonPicker } from '@/parts'
import { faceOf } from '@/parts/face'
import { ChoiceField, SectionTitle } from '@/ui'
import type { Asking } from './use-asking'

/** For whom it is: herself, or one of those she may act for; nothing to choose where there is only herself. */
export function WhoPart({ asking }: { asking: Asking }) {
  const { service, draft, change } = asking
  const me = useMe().data
  const family = useAction(actions.family, {}, { enabled: me?.hasProfile === true }).data?.items ?? []
  const kept = family.filter(({ keepers }) => keepers.some(({ isMe, may }) => isMe && may.signUp))
  if (kept.length === 0) return null
  const people = [
    { id: '', name: '我自己', say: me?.name ?? '', face: faceOf(me?.name ?? '') },
    ...kept.map(({ id, called, name, age }) => ({
      id,
      name: called,
      say: [name, age !== null && `${age} 岁`].filter(Boolean).join(' · '),
      face: faceOf(name),
    })),
  ]
  if (service.where !== 'home') {
    return (
      <ChoiceField
        label="替谁说"
        options={people.map(({ name }) => name)}
        value={people.findIndex(({ id }) => id === draft.forId)}
        onChange={(index) => change({ forId: people[index]?.id ?? '' })}
      />
    )
  }
  return (
    <>
      <SectionTitle first>给谁办</SectionTitle>
      <PersonPicker people={people} picked={[draft.forId]} onToggle={(id) => change({ forId: id })} />
    </>
  )
}
