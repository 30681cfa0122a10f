import { places } from '../contract'
import { forAnyone } from './kernel'
import { pageOf } from './paging'

/** Places on one page. */
const pageSize = 50

export const listPlaces = forAnyone(places, async ({ communityId, cursor }, { store }) => {
  const { items, next } = await pageOf(store, 'places', { communityId }, { field: 'order', size: pageSize, cursor })
  return {
    items: items.map(({ _id: id, name, address, latitude, longitude, hours, phone }) => ({
      ...{ id, name, address, latitude, longitude, hours, phone },
    })),
    next,
  }
})
