import { View } from '@tarojs/components'
import { Icon, Link, SectionTitle, TextField } from '@/ui'
import { yuan as inYuan } from '../../case/money-words'
import { estimateOf } from './check'
import type { Asking } from './use-asking'

const mostGoods = 20

/** What is to be bought, what it may cost, and the money that is handed over for it. */
export function GoodsPart({ asking }: { asking: Asking }) {
  const { service, draft, wrong, change } = asking
  if (!service.needsGoods) return null
  const { goods, advance } = draft
  const set = (place: number, part: Partial<(typeof goods)[number]>) =>
    change({ goods: goods.map((each, index) => (index === place ? { ...each, ...part } : each)) })
  const estimate = estimateOf(goods)
  return (
    <>
      <SectionTitle say={estimate > 0 ? `大约 ${inYuan(estimate)}` : undefined}>买什么</SectionTitle>
      <View className="fields">
        {goods.map(({ what, yuan }, index) => (
          <View key={index} className="row g2 ask__good">
            <View className="grow">
              <TextField
                label={`第 ${index + 1} 样`}
                value={what}
                onChange={(next) => set(index, { what: next })}
                most={40}
                hint="比如 大米 10 斤"
              />
            </View>
            <View className="ask__price">
              <TextField
                label="约"
                type="digit"
                value={yuan}
                onChange={(next) => set(index, { yuan: next })}
                most={7}
                hint="几元"
              />
            </View>
            {goods.length > 1 && (
              <View
                className="ask__off"
                hoverClass="pressed"
                onClick={() => change({ goods: goods.filter((_, at) => at !== index) })}
                aria-role="button"
                aria-label={`去掉第 ${index + 1} 样${what && `，${what}`}`}
              >
                <Icon name="close" size={18} />
              </View>
            )}
          </View>
        ))}
      </View>
      {wrong.goods && (
        <View className="field__e" aria-role="alert">
          {wrong.goods}
        </View>
      )}
      {goods.length < mostGoods && (
        <Link icon="plus" onTap={() => change({ goods: [...goods, { what: '', yuan: '' }] })}>
          再加一样
        </Link>
      )}
      <TextField
        label="先给"
        type="digit"
        value={advance}
        onChange={(next) => change({ advance: next })}
        most={7}
        hint="交给帮忙的人几元，可以不填"
        wrong={wrong.advance}
      />
      <View className="small i2 mt2">花了多少有小票照片，剩下的当面还给您，一分一分对得上。</View>
    </>
  )
}
