import { View } from '@tarojs/components'
import type { CaseView } from '@core/contract'
import { callPhone } from '@/device'
import { faceOf } from '@/parts'
import { Avatar, Card, ListRow, SectionTitle, Tile } from '@/ui'

/** Those who come, those who were whistled for, and who is waited for: each with the way to call, where there is one. */
export function WhoCard({ view }: { view: CaseView }) {
  const { helpers, units } = view
  const askerContact = view.askerContact?.phone ? view.askerContact : null
  const isJoint = units.length > 1
  if (helpers.length === 0 && !isJoint && !askerContact) return null
  return (
    <>
      <SectionTitle>{helpers.length > 0 ? '谁来帮' : isJoint ? '一起办的单位' : '怎么联系'}</SectionTitle>
      <Card kind="rows">
        {helpers.map(({ name, team, phone, isMe }, index) => (
          <Person
            key={`${name}${index}`}
            first={index === 0}
            name={isMe ? '您' : name}
            face={name}
            say={team}
            phone={isMe ? '' : phone}
          />
        ))}
        {isJoint &&
          units.map(({ id, name, isLead, state, person }, index) => (
            <ListRow
              key={id}
              first={helpers.length + index === 0}
              lead={<Tile icon="people" />}
              title={name}
              say={[isLead ? '牵头' : '一起办', person].filter(Boolean).join(' · ')}
              trail={<View className={`small b ${unitTone[state]}`}>{unitWords[state]}</View>}
            />
          ))}
        {askerContact && (
          <Person
            first={helpers.length === 0 && !isJoint}
            name={askerContact.name}
            face={askerContact.name}
            say="等着的人"
            phone={askerContact.phone}
          />
        )}
      </Card>
    </>
  )
}

const unitWords = { asked: '等答复', accepted: '接了', declined: '没有接' } as const
const unitTone = { asked: 'wa', accepted: 'ok', declined: 'i3' } as const

interface PersonProps {
  name: string
  face: string
  say: string
  phone: string
  first: boolean
}

function Person({ name, face, say, phone, first }: PersonProps) {
  return (
    <ListRow
      first={first}
      lead={<Avatar face={faceOf(face)} />}
      title={name}
      say={say}
      trail={phone && <Tile icon="phone" onTap={() => void callPhone(phone)} name={`打给${name}`} />}
    />
  )
}
