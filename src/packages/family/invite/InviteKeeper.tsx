import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { useEffect, useState } from 'react'
import { useDo } from '@/client'
import { pathTo, useShare } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { sharePicture } from '@/parts/share/pictures'
import { BigButton } from '@/ui'

/** A card by which another of the family can keep her too. The page's config needs enableShareAppMessage. */
export function InviteKeeper({ id }: { id: string }) {
  const { run, trouble } = useDo(actions.inviteKeeper)
  const [token, setToken] = useState('')
  // The card has to be ready when WeChat asks for it, so the token is fetched before anybody taps.
  useEffect(() => {
    void run({ id }).then((answer) => answer?.ok && setToken(answer.data.token))
  }, [run, id])
  useShare(() => ({
    title: '请您一起照管一位家人的报名',
    path: token ? pathTo('keep', { token }) : undefined,
    imageUrl: sharePicture,
  }))
  return (
    <>
      <View className="mt3">
        <BigButton variant="quiet" icon="share" openType="share" disabled={!token}>
          请另一位家人一起照管
        </BigButton>
        <View className="small i2 ctr mt2">发给家人，三天内点开有效，只能用一次</View>
      </View>
      <View className="mt2">
        <TroubleNotice trouble={trouble} />
      </View>
    </>
  )
}
