import { listPartners } from '../contract'
import { forGrid } from './desk-kernel'

/** Units of one community. */
const mostPartners = 200

export const showPartners = forGrid(listPartners, async ({ communityId }, { store }) => {
  const order = [['order', 'asc']] as const
  const found = await store.find('partners', { communityIds: communityId }, { order, limit: mostPartners })
  const isTheirs = ({ caresFor }: { caresFor: readonly string[] }) => caresFor.includes(communityId)
  const sorted = [...found.filter(isTheirs), ...found.filter((each) => !isTheirs(each))]
  return {
    items: sorted.map(({ _id: id, name, kind, phone, words, people }) => ({
      ...{ id, name, kind, phone, words },
      people: people.map((one) => ({ id: one.id, name: one.name, title: one.title })),
    })),
  }
})
