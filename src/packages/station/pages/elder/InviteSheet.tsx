import { View } from '@tarojs/components'
import { actions, type Elder } from '@core/contract'
import { momentWords } from '@core/domain/times'
import { useEffect, useState } from 'react'
import { useDo } from '@/client'
import { pathTo, useNow, useShare } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { sharePicture } from '@/parts/share/pictures'
import { BigButton, Sheet, SquareCode } from '@/ui'

const side = 232

/** A card to send, or a code to be scanned at the door, by which one of her family keeps her too. */
export function InviteSheet({ elder, onClose }: { elder: Elder; onClose: () => void }) {
  const now = useNow()
  const { run, trouble } = useDo(actions.inviteForElder)
  const [invite, setInvite] = useState<{ token: string; until: number } | null>(null)
  useEffect(() => {
    void run({ id: elder.id }).then((answer) => answer?.ok && setInvite(answer.data))
  }, [run, elder.id])
  const path = invite ? pathTo('keep', { token: invite.token }) : undefined
  // The card never says whom it is about: it may lie in a group.
  useShare(() => ({ title: '社区请您一起照管家里老人的报名', path, imageUrl: sharePicture }))
  return (
    <Sheet
      title="请家人来照管"
      onClose={onClose}
      foot={
        <BigButton icon="share" openType="share" disabled={!path}>
          发给家人
        </BigButton>
      }
    >
      <View className="i2 mt2">
        家人在身边：打开七彩蒲公英「我的」→「我的家人」，点「扫社区给的码」。不在身边：点下面，发到微信里。
      </View>
      <View className="col mt4 invite" aria-live="polite">
        {path && <SquareCode text={path} size={side} name="邀请家人照管的码" />}
      </View>
      {invite && <View className="small i2 ctr mt2">到 {momentWords(invite.until, now)} 为止，只能用一次</View>}
      <View className="mt3">
        <TroubleNotice trouble={trouble} />
      </View>
    </Sheet>
  )
}
