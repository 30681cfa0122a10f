import { View } from '@tarojs/components'
import type { Dependent } from '@core/contract'
import { dayWords } from '@core/domain/times'
import { go } from '@/device'
import { keeperFace, keeperName } from '@/parts/KeeperCard'
import { Avatar, Card, ListRow, SectionTitle, Tile } from '@/ui'
import { InviteKeeper } from '../../invite/InviteKeeper'

/** Her hours, who keeps her and what each may do, and a card by which another of the family can keep her too. */
export function KeepersCard({ known, now }: { known: Dependent; now: number }) {
  return (
    <>
      {known.kind !== 'child' && (
        <View className="mt5">
          <Card kind="rows">
            <ListRow
              first
              lead={<Tile icon="star" />}
              title="志愿时长"
              onTap={() => void go.hours(known.id)}
              name={`${known.called}的志愿时长`}
            />
          </Card>
        </View>
      )}
      <SectionTitle link={{ label: '谁能做什么', onTap: () => void go.rights(known.id) }}>谁在照管</SectionTitle>
      <Card kind="rows">
        {known.keepers.map((keeper, index) => (
          <ListRow
            key={keeper.id}
            first={index === 0}
            lead={<Avatar face={keeperFace(keeper)} />}
            title={keeperName(keeper)}
            say={`${dayWords(keeper.since, now)}起`}
          />
        ))}
      </Card>
      <InviteKeeper id={known.id} />
    </>
  )
}
