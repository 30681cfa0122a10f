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
  const shown = units.filter(({ isMine, state, person }) => isJoint || (state === 'accepted' && person && !isMine))
  if (helpers.length === 0 && shown.length === 0 && !askerContact) return <AlsoToCall view={view} />
  return (
    <>
      <SectionTitle>
        {helpers.length > 0 ? '谁来帮' : isJoint ? '一起办的单位' : shown.length > 0 ? '谁来办' : '怎么联系'}
      </SectionTitle>
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
        {shown.map(({ id, name, isLead, state, person, phone }, index) => (
          <ListRow
            key={id}
            first={helpers.length + index === 0}
            lead={isJoint ? <Tile icon="people" /> : <Avatar face={faceOf(person)} />}
            title={isJoint ? name : person}
            say={isJoint ? [isLead ? '牵头' : '一起办', person].filter(Boolean).join(' · ') : name}
            trail={
              phone ? (
                <Tile icon="phone" onTap={() => void callPhone(phone)} name={`打给${person}`} />
              ) : (
                <View className={`small b ${unitTone[state]}`}>{unitWords[state]}</View>
              )
            }
          />
        ))}
        {askerContact && (
          <Person
            first={helpers.length + shown.length === 0}
            name={askerContact.name}
            face={askerContact.name}
            say="等着的人"
            phone={askerContact.phone}
          />
        )}
      </Card>
      <AlsoToCall view={view} />
    </>
  )
}

/** Those who rang up about the same and have no account: somebody of the desk tells them how it ended. */
function AlsoToCall({ view: { alsoToCall } }: { view: CaseView }) {
  if (alsoToCall.length === 0) return null
  return (
    <>
      <SectionTitle say="打电话来的，办好了要说一声">{`还要打给 ${alsoToCall.length} 位`}</SectionTitle>
      <Card kind="rows">
        {alsoToCall.map(({ name, phone }, index) => (
          <Person
            key={`${name}${index}`}
            first={index === 0}
            name={name}
            face={name}
            say="也在等这件事"
            phone={phone}
          />
        ))}
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
