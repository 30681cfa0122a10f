import type { ActivityPage } from '@core/contract'
import { View } from '@tarojs/components'
import { Icon, SectionTitle } from '@/ui'
import { unitWord } from '../signup/plan'
import { isFree, leftWords, slotsWords, unitGroups } from '../signup/units'

/** The posts and slots there are, those who help and those who come apart; choosing is for the sheet. */
export function UnitsPart({ page, now }: { page: ActivityPage; now: number }) {
  const groups = unitGroups(page.units, now)
  if (groups.length === 0) return null
  return (
    <>
      <SectionTitle>{unitWord(page.units)}</SectionTitle>
      <View className="card card--rows">
        {groups.flatMap(({ title, remark, posts, slots }, place) => [
          title || remark ? (
            <View key={`head-${title}`} className={place === 0 ? 'lrow lrow--first' : 'lrow'}>
              <View className="grow b">{title || '要帮手的岗位'}</View>
              <View className="small i2">{remark}</View>
            </View>
          ) : null,
          slots.length > 0 ? (
            <View key={`slots-${title}`} className="row g2 unit-line">
              <Icon name="clock" size={18} tone="i3" />
              <View className="grow">{slotsWords(slots)}</View>
            </View>
          ) : null,
          ...posts.map((post) => (
            <View key={post.id} className="row g2 unit-line between">
              <View className="grow">
                <View>{post.name}</View>
                {post.skills && <View className="small i2">{post.skills}</View>}
              </View>
              <View className={isFree(post) ? 'small ok b' : 'small wa b'}>{leftWords(post)}</View>
            </View>
          )),
        ])}
      </View>
    </>
  )
}
