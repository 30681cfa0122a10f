import { View } from '@tarojs/components'
import { useMe, useWhere } from '@/client'
import { callPhone, go, useAppearance } from '@/device'
import { CareSwitch } from '@/parts/CareSwitch'
import { Card, ListRow, Page, SectionTitle, Tile } from '@/ui'
import { kept } from './kept'
import { Ledger } from './Ledger'

export default function Settings() {
  const { data: me } = useMe()
  const { community, communities } = useWhere()
  const { dark, large } = useAppearance()
  const own = communities.find((each) => each.id === me?.communityId) ?? community

  return (
    <Page>
      <SectionTitle first>看起来</SectionTitle>
      <Card kind="rows">
        <CareSwitch first plain />
        <ListRow title="深色" say={`跟着手机走，现在是${dark ? '深色' : '浅色'}`} />
      </Card>
      <View className="small i2 mt2">字的大小也跟着微信的设置走：微信里「我」→「设置」→「通用」→「字体大小」。</View>

      {me && <Ledger me={me} />}

      <SectionTitle link={{ label: '改一改', name: '改我的资料', onTap: () => void go.profile() }}>
        我们记着您什么
      </SectionTitle>
      <Card kind="rows">
        {kept.map(({ what, why }, index) => (
          <ListRow key={what} first={index === 0} title={what} say={why} />
        ))}
      </Card>
      <View className="small i2 mt2">不记身份证，不记住址，不看您的通讯录和位置。</View>
      <View className="mt3">
        <Card kind="rows">
          <ListRow
            first
            lead={<Tile icon="list" />}
            title="我的数据"
            say="记了多少，怎么全部删掉"
            onTap={() => void go.myData()}
            name="我的数据，记了多少，怎么全部删掉"
          />
        </Card>
      </View>

      <SectionTitle>找谁帮忙</SectionTitle>
      <Card kind="rows">
        {(own ? [own] : communities).map((each, index) => (
          <ListRow
            key={each.id}
            first={index === 0}
            title={each.name}
            say={
              large ? (
                <>
                  <View>{each.phone}</View>
                  <View>{each.hours}</View>
                </>
              ) : (
                [each.phone, each.hours].filter(Boolean).join(' · ')
              )
            }
            trail={
              each.phone && (
                <Tile icon="phone" onTap={() => void callPhone(each.phone)} name={`打给${each.name}，${each.phone}`} />
              )
            }
          />
        ))}
      </Card>
      <View className="small i2 mt2">不会用手机也不要紧，打个电话，社区替您报名。</View>
    </Page>
  )
}
