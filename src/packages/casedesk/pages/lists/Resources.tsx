import { View } from '@tarojs/components'
import { actions, type Resource } from '@core/contract'
import { dateWords } from '@core/domain/times'
import { useInfiniteAction } from '@/client'
import { callPhone, go, useEndReached, useNow, usePulled } from '@/device'
import { ColourTag, LongList, daysAway } from '@/parts'
import { Asked } from '@/parts/Asked'
import { ListFoot } from '@/parts/case'
import { BigButton, Card, Empty, Link, Tile } from '@/ui'
import { resourceKinds } from '../../words'

/** From so many days before its end a resource says that it ends. */
const soonDays = 30

/** 资源清单: what partners and shops offer, with the agreement and until when; what ends soonest first. */
export function Resources({ communityId }: { communityId: string }) {
  const now = useNow()
  const list = useInfiniteAction(actions.listResources, { communityId }, { fresh: 5_000 })
  usePulled(list.again)
  useEndReached(list.more)
  return (
    <Asked asking={list}>
      {({ canAdd }) => (
        <>
          {canAdd && list.items.length > 0 && (
            <View className="mt4">
              <BigButton variant="quiet" icon="plus" onTap={() => void go.resource(communityId)}>
                添一项资源
              </BigButton>
            </View>
          )}
          {list.items.length === 0 ? (
            <Empty
              drawing="no-activity"
              title="还没有登记资源"
              say={'哪家有场地、有物件、有手艺，\n谈好了就记一笔。'}
              action={canAdd ? { label: '添一项资源', onTap: () => void go.resource(communityId) } : undefined}
            />
          ) : (
            <>
              <View className="cards mt4">
                <LongList
                  rows={list.items}
                  rowHeight={150}
                  draw={(block) => (
                    <View className="cards">
                      {block.map((each) => (
                        <ResourceCard key={each.id} resource={each} now={now} />
                      ))}
                    </View>
                  )}
                />
              </View>
              <ListFoot list={list} all={`一共 ${list.items.length} 项`} />
            </>
          )}
        </>
      )}
    </Asked>
  )
}

/** 到 2027 年 6 月 30 日; soon over and over are said as such. */
function untilWords({ until, isOver }: Pick<Resource, 'until' | 'isOver'>, now: number) {
  const day = dateWords(until, now)
  if (isOver) return { word: until > now ? '已下架' : `已到期 · ${day}`, tone: 'i3' }
  const left = daysAway(until, now)
  if (left <= soonDays) return { word: left <= 0 ? '今天到期' : `还有 ${left} 天到期`, tone: 'wa' }
  return { word: `到 ${day}`, tone: 'i2' }
}

function ResourceCard({ resource, now }: { resource: Resource; now: number }) {
  const { id, communityId, title, partner, kind, words, colour, phone, agreement, canEdit, isOver } = resource
  const until = untilWords(resource, now)
  return (
    <Card>
      <View className="row g3">
        <View className="grow">
          {colour && <ColourTag colour={colour} />}
          <View className="lead b">{title}</View>
          <View className="small i2">{[partner, resourceKinds[kind]].join(' · ')}</View>
        </View>
        {phone && !isOver && <Tile icon="phone" onTap={() => void callPhone(phone)} name={`打给${partner}`} />}
      </View>
      {words && <View className="small mt2">{words}</View>}
      <View className="row between g3 list__foot mt2">
        <View className="grow small">
          {agreement && <View className="i2">{agreement}</View>}
          <View className={`b ${until.tone}`}>{until.word}</View>
        </View>
        {canEdit && (
          <Link
            icon="edit"
            onTap={() => void go.resource(communityId, id)}
            name={isOver ? `续上${title}` : `改${title}`}
          >
            {isOver ? '续上' : '改'}
          </Link>
        )}
      </View>
    </Card>
  )
}
