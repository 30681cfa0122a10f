import { View } from '@tarojs/components'
import { actions, type Dependent } from '@core/contract'
import { useDo } from '@/client'
import { ask, go, say } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Link } from '@/ui'

const untrue = [actions.family, actions.getActivity, actions.myActivities]

/** For the elder herself: takes back all of it, or says that this account is not hers. */
export function OwnRows({ known }: { known: Dependent }) {
  const withdrawing = useDo(actions.withdrawConsent, { invalidates: untrue })
  const leaving = useDo(actions.changeRights, { invalidates: untrue })
  const me = known.keepers.find(({ isMe }) => isMe)

  const withdraw = async () => {
    const sure = await ask({
      title: '把您的资料都删掉？',
      body: '就是收回同意：报上的座位会退掉，家里人也不能再替您报名，资料删掉就找不回来了。',
      yes: '都删掉',
    })
    if (!sure) return
    const answer = await withdrawing.run({ id: known.id })
    if (!answer?.ok) return
    say('已经删掉了')
    await go.back()
  }
  const leave = async () => {
    const sure = await ask({
      title: '这份档案不是您的？',
      body: '以后这个微信里就看不到了。家里人照管的还在。',
      yes: '不是我的',
    })
    if (!sure || !me) return
    const answer = await leaving.run({ id: known.id, keeperId: me.id, may: null })
    if (answer?.ok) await go.back()
  }
  return (
    <View className="mt6">
      <TroubleNotice trouble={withdrawing.trouble ?? leaving.trouble} />
      {known.canWithdraw && (
        <View className="mt3">
          <BigButton variant="line" busy={withdrawing.busy} onTap={() => void withdraw()}>
            {withdrawing.busy ? '正在删…' : '都收回，把我的资料删掉'}
          </BigButton>
        </View>
      )}
      <View className="row mt2">
        <Link plain onTap={() => void leave()}>
          弄错了，这份档案不是我的
        </Link>
      </View>
    </View>
  )
}
