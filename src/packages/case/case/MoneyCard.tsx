import { View } from '@tarojs/components'
import type { CaseView } from '@core/contract'
import { Card, ListRow, Notice, SectionTitle, classes } from '@/ui'
import { yuan } from './money-words'
import { stepTime, stepTitle } from './step-words'

/** What is to be bought, and every fen of it: handed over, spent, handed back, still held. */
export function MoneyCard({ view, now }: { view: CaseView; now: number }) {
  const { goods, goodsCount, money } = view
  return (
    <>
      {goods.length === 0 && goodsCount > 0 && (
        <View className="small i2 mt4">要买 {goodsCount} 样东西，接下以后看得到是什么。</View>
      )}
      {goods.length > 0 && (
        <>
          <SectionTitle say={estimate(goods)}>要买的</SectionTitle>
          <Card kind="rows">
            {goods.map(({ what, fen }, index) => (
              <ListRow
                key={`${what}${index}`}
                first={index === 0}
                title={what}
                trail={<View className="small i2">{fen === null ? '看着买' : `大约 ${yuan(fen)}`}</View>}
              />
            ))}
          </Card>
        </>
      )}
      {money && (
        <>
          <SectionTitle say={money.balance === 0 ? '账平了' : `手上还有 ${yuan(money.balance)}`}>账</SectionTitle>
          <Card kind="rows">
            <Sum first words="先交的钱" fen={money.advance} />
            <Entries view={view} now={now} />
            <Sum words="一共花了" fen={money.spent} />
            {(money.cleared ?? 0) > 0 && <Sum words="没有还，社区记平" fen={money.cleared ?? 0} isOpen />}
            {money.returned > 0 && <Sum words="找零还了" fen={money.returned} />}
            <Sum words="手上还有" fen={money.balance} isOpen={money.balance !== 0} />
          </Card>
          {money.balance !== 0 && view.state === 'doing' && (
            <View className="mt3">
              <Notice>小票都记下、零钱当面还清，账平了才能办结。</Notice>
            </View>
          )}
        </>
      )}
    </>
  )
}

function Entries({ view, now }: { view: CaseView; now: number }) {
  const entries = view.steps.filter(({ move }) => move === 'spend' || move === 'giveChange')
  return (
    <>
      {entries.map((step) => (
        <ListRow
          key={step.turn}
          title={step.words || stepTitle(step)}
          say={[step.who, stepTime(step.at, now)].filter(Boolean).join(' · ')}
          trail={step.fen !== null && <View className="i2">{yuan(step.fen)}</View>}
        />
      ))}
    </>
  )
}

function Sum({ words, fen, first, isOpen }: { words: string; fen: number; first?: boolean; isOpen?: boolean }) {
  return (
    <ListRow
      first={first}
      title={words}
      trail={<View className={classes('b', isOpen ? 'wa' : 'i2')}>{yuan(fen)}</View>}
    />
  )
}

function estimate(goods: CaseView['goods']): string {
  const sum = goods.reduce((total, { fen }) => total + (fen ?? 0), 0)
  return sum > 0 ? `大约 ${yuan(sum)}` : `${goods.length} 样`
}
