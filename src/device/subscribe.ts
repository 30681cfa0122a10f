import Taro from '@tarojs/taro'

const atOnce = 3

/**
 * Asks whether one message of each template may be sent; answers with the ids she allowed.
 * WeChat answers only straight from a tap, and takes three at most: more are left out.
 */
export async function askToTell(templateIds: readonly string[]): Promise<string[]> {
  const tmplIds = [...new Set(templateIds.filter(Boolean))].slice(0, atOnce)
  if (tmplIds.length === 0) return []
  try {
    const answers: Record<string, unknown> = { ...(await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })) }
    return tmplIds.filter((id) => answers[id] === 'accept')
  } catch {
    // Switched off in WeChat's settings, or asked outside of a tap: nothing allowed, nothing lost.
    return []
  }
}
