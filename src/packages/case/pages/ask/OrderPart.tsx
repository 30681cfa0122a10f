import { View } from '@tarojs/components'
import type { Project } from '@core/contract'
import { dateWords, momentOfDay } from '@core/domain/times'
import { go, useNow } from '@/device'
import { ColourTag } from '@/parts'
import { Bone, Card, Link } from '@/ui'

/** What she ordered from the menu: the project and its day, with the way back to another one. */
export function OrderPart({ project, day }: { project: Project | undefined; day: string }) {
  const now = useNow()
  return (
    <Card className="mt3">
      {project ? <ColourTag colour={project.colour} team={project.team} /> : <Bone width="50%" height={16} />}
      <View className="row between g2 mt1">
        <View className="title">{project?.title}</View>
        <Link onTap={() => void go.back()} name="换一天，或换一样">
          换一天
        </Link>
      </View>
      <View className="b">{dateWords(momentOfDay(day), now)}</View>
      {project?.words && <View className="small i2 mt1">{project.words}</View>}
    </Card>
  )
}
