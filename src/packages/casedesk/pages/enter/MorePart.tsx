import { View } from '@tarojs/components'
import { SwitchRow } from '@/parts/SwitchRow'
import { AreaField, Card, SectionTitle, TextField } from '@/ui'
import { OrderPart } from './OrderPart'
import { QuestionPart } from './QuestionPart'
import type { Entering } from './use-entering'

/** What a service asks beside the words: its questions, what to buy, the other side, which day; and how pressing it is. */
export function MorePart({ entering }: { entering: Entering }) {
  const { draft, service, wrong, change } = entering
  if (!service) return null
  const { other } = draft
  return (
    <>
      {service.first === 'project' && <OrderPart entering={entering} />}
      {service.questions.length > 0 && (
        <>
          <SectionTitle>还要问一下</SectionTitle>
          <View className="fields">
            {service.questions.map((question) => (
              <QuestionPart
                key={question.id}
                question={question}
                value={draft.answers[question.id]}
                wrong={wrong[question.id]}
                onChange={(value) => change({ answers: { ...draft.answers, [question.id]: value } })}
              />
            ))}
          </View>
        </>
      )}
      {service.needsGoods && (
        <>
          <SectionTitle>买什么</SectionTitle>
          <View className="fields">
            <AreaField
              label="一行一样"
              value={draft.goods}
              onChange={(goods) => change({ goods })}
              most={600}
              hint="大米 10 斤 30，后面的数是大约几元"
              wrong={wrong.goods}
            />
            <TextField
              label="先给"
              type="digit"
              value={draft.advance}
              onChange={(advance) => change({ advance })}
              most={7}
              hint="上门时交几元，可以不填"
              wrong={wrong.advance}
            />
          </View>
        </>
      )}
      {service.needsOtherParty && (
        <>
          <SectionTitle>另一方</SectionTitle>
          <View className="fields">
            <TextField
              label="称呼"
              value={other.name}
              onChange={(name) => change({ other: { ...other, name } })}
              most={20}
              hint="比如 楼上的邻居"
              wrong={wrong.other}
            />
            <TextField
              label="对方电话"
              type="number"
              value={other.phone}
              onChange={(phone) => change({ other: { ...other, phone } })}
              most={14}
              hint="不知道就空着"
            />
          </View>
        </>
      )}
      <Card kind="rows" className="mt6">
        <SwitchRow
          first
          title="很着急"
          say="今天就要有人管的事，比如漏水、停电"
          on={draft.isUrgent}
          onChange={(isUrgent) => change({ isUrgent })}
        />
      </Card>
    </>
  )
}
