import { View } from '@tarojs/components'
import { actions, type Dependent } from '@core/contract'
import { useDo } from '@/client'
import { ask, go, say } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { Link } from '@/ui'

const untrue = [actions.family, actions.getActivity, actions.myActivities]

/** The ways out: keep her no longer; or, for the one who gave the consent, take it back so that all of it is deleted. */
export function PartingRows({ known }: { known: Dependent }) {
  const leaving = useDo(actions.letGo, { invalidates: untrue })
  const withdrawing = useDo(actions.withdrawConsent, { invalidates: untrue })
  const isLast = known.keepers.length <= 1

  const letGo = async () => {
    const sure = await ask({
      title: `不再照管${known.called}？`,
      body: '别的家人还能照管。想再照管，请他们发邀请给您。',
      yes: '不照管了',
    })
    if (!sure) return
    const answer = await leaving.run({ id: known.id })
    if (answer?.ok) await go.back()
  }
  const withdraw = async () => {
    const sure = await ask({
      title: `删掉${known.called}的资料？`,
      body: '就是收回同意：报上的座位会退掉，资料删掉就找不回来了。',
      yes: '删掉',
    })
    if (!sure) return
    const answer = await withdrawing.run({ id: known.id })
    if (!answer?.ok) return
    say('已经删掉了')
    await go.back()
  }
  return (
    <View className="col g2 mt6 ctr">
      <TroubleNotice trouble={leaving.trouble ?? withdrawing.trouble} />
      {!isLast && (
        <Link plain onTap={() => void letGo()}>
          不再照管
        </Link>
      )}
      {known.canWithdraw && (
        <Link plain onTap={() => void withdraw()}>
          收回同意并删除
        </Link>
      )}
    </View>
  )
}
