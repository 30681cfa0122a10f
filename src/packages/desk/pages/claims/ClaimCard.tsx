import { View } from '@tarojs/components'
import { actions, type Claim } from '@core/contract'
import { clockWords, dayWords } from '@core/domain/times'
import { useDo } from '@/client'
import { ask, say } from '@/device'
import { Sense, faceOf } from '@/parts'
import { TroubleNotice } from '@/parts/Asked'
import { Avatar, BigButton, Card, Icon } from '@/ui'

/** One who asks: who was entered, by which team, since when she waits, and the leader's yes or no. */
export function ClaimCard({ claim, now }: { claim: Claim; now: number }) {
  const { id, by, name, phone, team, enteredAt, askedAt, count, canDecide } = claim
  const { run, busy, trouble } = useDo(actions.confirmClaim, {
    invalidates: [actions.claims, actions.desk, actions.roster, actions.daySheet],
  })
  const decide = async (accept: boolean) => {
    const isSure = await ask(
      accept
        ? { title: `是${name}本人？`, body: '报名、签到和时长都归到这个账号，之后收不回来。', yes: '是本人' }
        : { title: `不是${name}本人？`, body: '登记照旧留着，对方会收到一句说明。', yes: '不是' },
    )
    if (!isSure) return
    const answer = await run({ id, by, accept })
    if (answer?.ok) say(accept ? '归到本人名下了' : '登记照旧')
  }
  return (
    <Card>
      <View className="row g3">
        <Avatar face={faceOf(name)} />
        <View className="grow">
          <View className="lead b">{name}</View>
          <View className="i2 num">{phone}</View>
        </View>
      </View>
      <View className="claim__facts mt3">
        <View className="row g2 small">
          <Icon name="edit" size={18} tone="i3" />
          <Sense className="grow" text={`${team}登记的，${dayWords(enteredAt, now)}起，${count} 场`} />
        </View>
        <View className="row g2 small mt2">
          <Icon name="hourglass" size={18} tone="i3" />
          <Sense className="grow" text={`${dayWords(askedAt, now)} ${clockWords(askedAt)} 说是本人`} />
        </View>
      </View>
      {trouble && (
        <View className="mt3">
          <TroubleNotice trouble={trouble} />
        </View>
      )}
      {canDecide ? (
        <View className="row g3 mt4 claim__keys">
          <BigButton
            variant="line"
            size="small"
            disabled={busy}
            onTap={() => void decide(false)}
            name={`不是，${name}`}
          >
            不是
          </BigButton>
          <BigButton size="small" grow busy={busy} onTap={() => void decide(true)} name={`是本人，${name}`}>
            {busy ? '正在记…' : '是本人'}
          </BigButton>
        </View>
      ) : (
        <View className="small i2 mt3">这是您自己的，请另一位队长或社区工作者打开这里来看。</View>
      )}
    </Card>
  )
}
