import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { useEffect, useState } from 'react'
import { useAction, useInfiniteAction } from '@/client'
import { keepPrivate, nameNavBar, useEndReached, useNow, useParam, usePulled } from '@/device'
import { LongList, NumbersHeld, heldIn } from '@/parts'
import { Asked } from '@/parts/Asked'
import { Card, Empty, Page, Segmented } from '@/ui'
import { ApplicantRow } from './ApplicantRow'
import { MemberLine } from './MemberLine'

type Which = 'applied' | 'member'

export default function Members() {
  const id = useParam('id')
  const now = useNow()
  const { data: team } = useAction(actions.getTeam, { id })
  const [chosen, setChosen] = useState<Which | null>(null)
  const which: Which = chosen ?? ((team?.applications ?? 0) > 0 ? 'applied' : 'member')
  const list = useInfiniteAction(actions.members, { id, which })
  const held = heldIn(list.pages)
  usePulled(list.again)
  useEndReached(list.more)
  useEffect(keepPrivate, [])
  useEffect(() => {
    if (team) nameNavBar(team.name)
  }, [team])

  return (
    <Page busy={list.loading}>
      <View className="mt2">
        <Segmented
          name="看哪些人"
          value={which}
          onChange={setChosen}
          options={[
            { value: 'applied', label: '想加入的', count: team?.applications },
            { value: 'member', label: '队员', count: team?.members },
          ]}
        />
      </View>
      {which === 'member' && <NumbersHeld held={held} />}
      <View className="mt4 col grow">
        <Asked asking={list}>
          {() =>
            list.items.length === 0 ? (
              <NoOne which={which} />
            ) : (
              <>
                <Card kind="rows">
                  <LongList
                    key={which}
                    rows={list.items}
                    rowHeight={which === 'applied' ? 160 : 72}
                    draw={(rows, from) =>
                      rows.map((row, index) =>
                        which === 'applied' ? (
                          <ApplicantRow key={row.personId} teamId={id} row={row} now={now} first={from + index === 0} />
                        ) : (
                          <MemberLine key={row.personId} teamId={id} row={row} held={held} first={from + index === 0} />
                        ),
                      )
                    }
                  />
                </Card>
                <View className="small i3 ctr mt4">
                  {list.hasMore ? '往下拉，还有' : `一共 ${list.items.length} 位`}
                </View>
              </>
            )
          }
        </Asked>
      </View>
    </Page>
  )
}

function NoOne({ which }: { which: Which }) {
  return which === 'applied' ? (
    <Empty drawing="all-done" title="都回过话了" say="有人想加入，会在这里等您。" />
  ) : (
    <Empty drawing="no-signup" title="还没有队员" say="把队伍转发到群里，邻居就能申请。" />
  )
}
