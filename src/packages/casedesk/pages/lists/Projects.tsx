import { View } from '@tarojs/components'
import { actions, type Project } from '@core/contract'
import { momentOfDay } from '@core/domain/times'
import { useAction } from '@/client'
import { go, useNow, usePulled } from '@/device'
import { ColourTag, nearDay } from '@/parts'
import { Asked } from '@/parts/Asked'
import { BigButton, Card, Empty, Link } from '@/ui'
import { weekdaysWords } from '../../words'

interface ProjectsProps {
  communityId: string
  /** Asks for which team; the sheet lies above the page. */
  onAdd: () => void
}

/** 项目清单: what teams do every week, for whom it can be ordered. */
export function Projects({ communityId, onAdd }: ProjectsProps) {
  const list = useAction(actions.listProjects, { communityId }, { fresh: 5_000 })
  usePulled(list.again)
  return (
    <Asked asking={list}>
      {({ items, canAdd }) =>
        items.length === 0 ? (
          <Empty
            drawing="no-activity"
            title="还没有常设项目"
            say={'理发、量血压、陪聊，\n每周有人做的，都可以上菜单。'}
            action={canAdd ? { label: '添一个项目', onTap: onAdd } : undefined}
          />
        ) : (
          <>
            {canAdd && (
              <View className="mt4">
                <BigButton variant="quiet" icon="plus" onTap={onAdd}>
                  添一个项目
                </BigButton>
              </View>
            )}
            <View className="cards mt4">
              {items.map((each) => (
                <ProjectCard key={each.id} project={each} />
              ))}
            </View>
            <View className="small i3 ctr mt4">一共 {items.length} 个</View>
          </>
        )
      }
    </Asked>
  )
}

function ProjectCard({ project }: { project: Project }) {
  const now = useNow()
  const { id, title, words, colour, team, teamId, weekdays, perDay, minutes, isOn, days, canEdit } = project
  const next = days.find(({ left }) => left > 0)
  const free = next ? `${nearDay(momentOfDay(next.day), now)}还能约 ${next.left} 家` : '近来都约满了'
  return (
    <Card>
      <ColourTag colour={colour} team={team} />
      <View className="lead b">{title}</View>
      <View className="small i2">
        {weekdaysWords(weekdays)} · 一天 {perDay} 家 · 每家 {minutes} 分钟
      </View>
      {words && <View className="small mt2">{words}</View>}
      <View className="row between g3 mt2 list__foot">
        <View className={`grow small b ${isOn ? 'ok' : 'i3'}`}>{isOn ? free : '先停着，不接新的'}</View>
        {canEdit && (
          <Link icon="edit" onTap={() => void go.project(teamId, id)} name={`改${title}`}>
            改
          </Link>
        )}
      </View>
    </Card>
  )
}
