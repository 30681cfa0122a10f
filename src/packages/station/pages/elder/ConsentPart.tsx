import { View } from '@tarojs/components'
import { actions, type Elder } from '@core/contract'
import { dayWords } from '@core/domain/times'
import { useDo } from '@/client'
import { ask, go, say } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, SectionTitle } from '@/ui'

/** Who agreed to what is kept, and the way to take it back for her. */
export function ConsentPart({ elder, now }: { elder: Elder; now: number }) {
  const { run, busy, trouble } = useDo(actions.withdrawElder, { invalidates: [actions.elders] })
  const withdraw = async () => {
    const sure = await ask({
      title: `${elder.name}要收回同意？`,
      body: '报上的座位会退掉，家里人也不能再帮着报名，资料删掉就找不回来了。',
      yes: '收回',
    })
    if (!sure) return
    const isHerWord = await ask({ title: '是本人亲口说的吗？', body: '收回以后，会告诉照管的家人。', yes: '是本人' })
    if (!isHerWord) return
    const answer = await run({ id: elder.id })
    if (!answer?.ok) return
    say('已经删掉了')
    await go.back()
  }
  return (
    <>
      <SectionTitle>同意</SectionTitle>
      <View className="i2">
        {dayWords(elder.consent.at, now)} {elder.consent.by}记下：
        {elder.isOurs ? '本人在家门口同意的' : '家里人问过本人'}。
      </View>
      <View className="mt3">
        <TroubleNotice trouble={trouble} />
      </View>
      <View className="mt3">
        <BigButton variant="line" busy={busy} onTap={() => void withdraw()}>
          {busy ? '正在收回…' : '本人要收回同意'}
        </BigButton>
      </View>
    </>
  )
}
