import type { ActivityPage } from '@core/contract'
import { copy, go } from '@/device'
import { datedMoment } from '@/parts'
import { Card, Icon, ListRow, SectionTitle, useLook } from '@/ui'
import { groupText } from './group-text'

/** Where it belongs: its series, and the draw by lot that anyone can check. */
export function BelongsTo({ page, now }: { page: ActivityPage; now: number }) {
  const { seriesId, drawAt } = page
  if (!seriesId && drawAt === null) return null
  return (
    <Card kind="rows" className="mt4">
      {seriesId && (
        <ListRow
          first
          lead={<Icon name="calendar" size={22} tone="i2" />}
          title="一直在办，可以固定来"
          say="看看每一场，报一场、几场，或者全部"
          onTap={() => void go.series(seriesId)}
          name="一直在办，可以固定来，看看每一场"
        />
      )}
      {drawAt !== null && (
        <ListRow
          first={!seriesId}
          lead={<Icon name="list" size={22} tone="i2" />}
          title={now < drawAt ? `${datedMoment(drawAt, page.startsAt, now)} 抽签` : '抽过签了'}
          say="怎么抽的，谁都能自己再抽一遍"
          onTap={() => void go.draw(page.id)}
          name="抽签，怎么抽的"
        />
      )}
    </Card>
  )
}

/** Ways to bring the neighbours: a poster with its code, and words for the group chat; in care mode there are none. */
export function TellNeighbours({ page, now }: { page: ActivityPage; now: number }) {
  const { care } = useLook()
  if (care || page.state !== 'published' || now >= page.startsAt) return null
  return (
    <>
      <SectionTitle>叫上邻居</SectionTitle>
      <Card kind="rows">
        <ListRow
          first
          lead={<Icon name="camera" size={22} tone="i2" />}
          title="做一张海报"
          say="带小程序码，可以存下来、贴出去"
          onTap={() => void go.poster(page.id)}
          name="做一张海报"
        />
        <ListRow
          lead={<Icon name="text" size={22} tone="i2" />}
          title="复制成一段话"
          say="发到群里，不写谁报了名"
          onTap={() => void copy(groupText(page, now), '复制好了')}
          name="复制成一段话，发到群里"
          bare
        />
      </Card>
    </>
  )
}
