import { View } from '@tarojs/components'
import { colourWords, type Colour, type TeamCard } from '@core/contract'
import { go } from '@/device'
import { Sense } from '@/parts'
import { figure } from '@/parts/figures'
import { Icon, TeamShape, classes } from '@/ui'

interface ColourRowProps {
  colour: Colour
  done: { activities: number; people: number }
  teams: TeamCard[]
  first: boolean
  open: boolean
  onTap: () => void
}

/** 办了 67 场，4,560 人次来过; a colour that has only begun says so. */
function doneWords({ activities, people }: ColourRowProps['done']): string {
  if (activities === 0) return '今年刚起步'
  return `办了 ${figure(activities)} 场，${figure(people)} 人次来过`
}

/** One colour with what it has done this year; a tap unfolds its teams. */
export function ColourRow({ colour, done, teams, first, open, onTap }: ColourRowProps) {
  const { word, name } = colourWords[colour]
  const isMine = teams.some((team) => team.mine === 'member' || team.mine === 'leader')
  const leadsOn = teams.length > 0
  const look = classes('lrow', 'lrow--tall', first && 'lrow--first')
  const inner = (
    <>
      <View className={`ic colour__ic tint--${colour}`}>
        <TeamShape colour={colour} size={28} />
      </View>
      <View className="grow">
        <View className="row wrap colour__name">
          <View className="lead b">{name}</View>
          <View className={`caption ink--${colour}`}>{word}队</View>
          {isMine && <View className="here">您在这里</View>}
        </View>
        <Sense className="small i2" text={doneWords(done)} />
      </View>
      {leadsOn && <Icon name={open ? 'down' : 'right'} tone="i3" size={18} />}
    </>
  )
  const said = `${name}，${word}队，${doneWords(done)}${isMine ? '，您在这里' : ''}`
  if (!leadsOn) return <View className={look}>{inner}</View>
  return (
    <View>
      <View
        className={look}
        hoverClass="pressed"
        onClick={onTap}
        aria-role="button"
        aria-label={`${said}，${open ? '收起' : `看 ${teams.length} 支队伍`}`}
      >
        {inner}
      </View>
      {open && (
        <View className="colour__teams">
          {teams.map((team) => (
            <TeamRow key={team.id} team={team} />
          ))}
        </View>
      )}
    </View>
  )
}

const kindWords = { professional: '专业队', social: '社会队' } as const
const mineWords = { none: '', applied: '等队长回话', member: '您是队员', leader: '您是队长' } as const

function TeamRow({ team }: { team: TeamCard }) {
  const say = [kindWords[team.kind], `${figure(team.members)} 人`, mineWords[team.mine]].filter(Boolean).join(' · ')
  return (
    <View
      className="team"
      hoverClass="pressed"
      onClick={() => void go.team(team.id)}
      aria-role="button"
      aria-label={`${team.name}，${say}`}
    >
      <View className="grow">
        <View className="b">{team.name}</View>
        <Sense className="small i2" text={say} />
      </View>
      <Icon name="right" tone="i3" size={18} />
    </View>
  )
}
