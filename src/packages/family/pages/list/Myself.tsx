import { View } from '@tarojs/components'
import type { Dependent } from '@core/contract'
import { go } from '@/device'
import { faceOf } from '@/parts'
import { keeperFace, keeperName, mayWords } from '@/parts/KeeperCard'
import { Avatar, BigButton, Card, ListRow, SectionTitle, Tile } from '@/ui'

/** For the elder herself: that this is she, and who helps her, large and simple. */
export function Myself({ known }: { known: Dependent }) {
  const others = known.keepers.filter(({ isMe }) => !isMe)
  const age = known.age === null ? '' : ` · ${known.age} 岁`
  return (
    <>
      <SectionTitle first>我</SectionTitle>
      <Card>
        <View className="row g4">
          <Avatar face={faceOf(known.name)} size="large" />
          <View className="grow">
            <View className="head">{known.name}</View>
            <View className="i2">这个微信是我的{age}</View>
          </View>
        </View>
      </Card>
      <SectionTitle>谁在帮我</SectionTitle>
      <Card kind="rows">
        {others.map((keeper, index) => (
          <ListRow
            key={keeper.id}
            first={index === 0}
            lead={<Avatar face={keeperFace(keeper)} />}
            title={keeperName(keeper)}
            say={mayWords(keeper.may)}
          />
        ))}
        {known.station && (
          <ListRow first={others.length === 0} lead={<Tile icon="heart" />} title={known.station} say="也能代报名" />
        )}
        {others.length === 0 && !known.station && <ListRow first title="现在没有别人替您报名" />}
      </Card>
      <View className="mt4">
        <BigButton variant="quiet" onTap={() => void go.rights(known.id)}>
          改一改谁能帮我
        </BigButton>
      </View>
    </>
  )
}
