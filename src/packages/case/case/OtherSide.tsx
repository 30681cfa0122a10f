import { actions, type CaseView } from '@core/contract'
import { useQueryClient } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { keyOf, useDo } from '@/client'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Card } from '@/ui'

/** For who mediates: lets the other side in, by a card that names nobody and nothing. */
export function InviteOtherSide({ token }: { token?: string }) {
  if (!token) return null
  return (
    <Card className="mt4">
      <View className="small i2">另一方还没有进来。发给本人，不要发到群里：第一个点开的人就是另一方。</View>
      <View className="mt3">
        <BigButton variant="line" icon="share" openType="share">
          请另一方进来
        </BigButton>
      </View>
    </Card>
  )
}

/** For whoever was sent that card: she is the other side once she says so. */
export function ComeIn({ id, token }: { id: string; token: string }) {
  const client = useQueryClient()
  const { run, busy, trouble } = useDo(actions.partyCase)
  const comeIn = async () => {
    const answer = await run({ id, token })
    if (answer?.ok) client.setQueryData<CaseView>(keyOf(actions.getCase, { id }), answer.data)
  }
  return (
    <Card className="mt4">
      <View className="title">请您来一起谈一件事</View>
      <View className="small i2 mt2">
        进来以后，对方写的您看得到，您写的对方和调解的人也看得到，别人都看不到。不是发给您的，请退出去，也不要转给别人。
      </View>
      <View className="mt4">
        <TroubleNotice trouble={trouble} />
        <BigButton busy={busy} onTap={() => void comeIn()}>
          {busy ? '正在进来…' : '是我，进来看看'}
        </BigButton>
      </View>
    </Card>
  )
}
