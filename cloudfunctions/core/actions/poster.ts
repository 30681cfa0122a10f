import { activityCode, refuse } from '../contract'
import { pages } from '../services/pages'
import { forAnyone } from './kernel'

export const drawCode = forAnyone(activityCode, async ({ id }, { store, wechat }) => {
  const activity = await store.read('activities', id, ['listed'])
  if (!activity?.listed) return refuse('access.gone')
  const [page = ''] = pages.activity(id).split('?')
  const png = await wechat.code(id, page)
  if (!png) throw new Error('WeChat drew no code')
  return { png: png.toString('base64') }
})
