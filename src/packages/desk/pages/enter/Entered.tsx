import { View } from '@tarojs/components'
import { BigButton, Notice } from '@/ui'
import type { EnteredPerson, useEntering } from './use-entering'

const names = (people: readonly EnteredPerson[]) => {
  const shown = people.slice(0, 6).map(({ name }) => name)
  return people.length > shown.length ? `${shown.join('、')}等 ${people.length} 位` : shown.join('、')
}

/** What became of those who were entered; namesakes are asked about one by one. */
export function Entered({ entering }: { entering: ReturnType<typeof useEntering> }) {
  const by = (outcome: EnteredPerson['outcome']) => entering.entered.filter((each) => each.outcome === outcome)
  const [seated, waiting, same, full] = [by('in'), by('waiting'), by('same'), by('full')]
  const lines = [
    seated.length > 0 && `登记好了：${names(seated)}`,
    waiting.length > 0 && `满了，排在候补：${names(waiting)}`,
    same.length > 0 && `本来就在名单里：${names(same)}`,
    full.length > 0 && `候补也满了，没能登记：${names(full)}`,
  ].filter((line): line is string => Boolean(line))
  if (entering.entered.length === 0) return null
  return (
    <View className="col g3 mt3">
      {lines.length > 0 && (
        <Notice tone={full.length > 0 ? 'warn' : 'success'} alert>
          {lines.map((line) => (
            <View key={line}>{line}</View>
          ))}
        </Notice>
      )}
      {by('name').map((person) => (
        <Notice
          key={`${person.name} ${person.phone}`}
          tone="info"
          title={`名单里已经有一位${person.name}`}
          alert
          action={
            <View className="row wrap g2">
              <BigButton
                size="small"
                variant="quiet"
                onTap={() => entering.letBe(person)}
                name={`${person.name}是同一位`}
              >
                是同一位
              </BigButton>
              <BigButton
                size="small"
                variant="line"
                onTap={() => void entering.enterAnyway(person)}
                name={`${person.name}是另一位，登记`}
              >
                是另一位，登记
              </BigButton>
            </View>
          }
        >
          {person.phone ? `这一位的电话是 ${person.phone}，还没有登记。` : '这一位没有留电话，还没有登记。'}
        </Notice>
      ))}
    </View>
  )
}
