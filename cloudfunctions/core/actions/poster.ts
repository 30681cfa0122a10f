import { activityCode, refuse } from '../contract'
import { pages } from '../services/pages'
import { drawnCode } from './drawn-codes'
import { forAnyone } from './kernel'

export const drawCode = forAnyone(activityCode, async ({ id }, world) => {
  const activity = await world.store.read('activities', id, ['listed'])
  if (!activity?.listed) return refuse('access.gone')
  const [page = ''] = pages.activity(id).split('?')
  const png = await drawnCode(world, id, page)
  if (!png) throw new Error('WeChat drew no code')
  return { png: png.toString('base64') }
})
