import { View } from '@tarojs/components'
import type { Keeper, May } from '@core/contract'
import { dayWords } from '@core/domain/times'
import { Avatar, Card, Link, ListRow } from '@/ui'
import { faceOf } from './face'
import { SwitchRow } from './SwitchRow'

/** Who somebody is to the elder, and her name: 女儿 梁文娟. Without a profile she goes by what she is. */
export function keeperName({ name, as, isMe, isSelf }: Pick<Keeper, 'name' | 'as' | 'isMe' | 'isSelf'>): string {
  if (isMe) return '您自己'
  if (isSelf) return '本人的微信'
  return [as, name].filter(Boolean).join(' ') || '一位家人'
}

/** One character for her circle; her own account has no name here. */
export const keeperFace = (keeper: Keeper) => (keeper.isSelf ? '本' : faceOf(keeper.name || keeperName(keeper)))

/** What somebody may do for an elder, in one line. */
export function mayWords({ signUp, told }: May): string {
  if (signUp && told) return '可以代报名，有事告诉一声'
  if (signUp) return '可以代报名，有事不另外告诉'
  return told ? '不能代报名，有事告诉一声' : '不能代报名，有事也不另外告诉'
}

interface KeeperCardProps {
  keeper: Keeper
  now: number
  /** Changes what she may do; missing where the caller may not. */
  onMay?: (may: May) => void
  /** Ends what she does; missing where the caller may not. */
  onEnd?: () => void
}

/** Somebody who acts for an elder: who, since when, what she may do, and where one may, the way to change it. */
export function KeeperCard({ keeper, now, onMay, onEnd }: KeeperCardProps) {
  const { may, since, isSelf } = keeper
  const title = keeperName(keeper)

  return (
    <Card kind="rows">
      <ListRow
        first
        lead={<Avatar face={keeperFace(keeper)} />}
        title={title}
        say={
          <>
            <View>{dayWords(since, now)}起</View>
            {!onMay && !isSelf && <View>{mayWords(may)}</View>}
          </>
        }
      />
      {onMay && (
        <>
          <SwitchRow
            title="可以代报名"
            say="报名、取消、发卡片"
            of={title}
            on={may.signUp}
            onChange={(signUp) => onMay({ ...may, signUp })}
          />
          <SwitchRow
            title="有事告诉一声"
            say="改时间、取消、到家了"
            of={title}
            on={may.told}
            onChange={(told) => onMay({ ...may, told })}
          />
        </>
      )}
      {onEnd && (
        <View className="row">
          <Link onTap={onEnd} name={isSelf ? '这不是本人的微信' : `不再让${title}帮忙`}>
            {isSelf ? '这不是本人的微信' : `不再让${keeper.as || title}帮忙`}
          </Link>
        </View>
      )}
    </Card>
  )
}
