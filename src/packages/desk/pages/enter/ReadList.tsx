import { View } from '@tarojs/components'
import type { ListedPerson, SortedList } from '@core/domain/name-list'
import { LongList } from '@/parts'
import { Card, Link, Notice, classes } from '@/ui'

interface ReadListProps {
  sorted: SortedList
  onLeave: (person: ListedPerson) => void
}

/** What was read from a pasted list, one line a person, and what to look at before it is sent. */
export function ReadList({ sorted: { people, twice, namesakes }, onLeave }: ReadListProps) {
  return (
    <>
      {twice.length > 0 && (
        <View className="mt3">
          <Notice>{`${twice.join('、')}写了两遍，只算一次。`}</Notice>
        </View>
      )}
      {namesakes.length > 0 && (
        <View className="mt3">
          <Notice tone="info">{`${namesakes.join('、')}有同名的。是同一位，就拿掉一个；是两位，都留着。`}</Notice>
        </View>
      )}
      <View className="mt3">
        <Card kind="rows">
          <LongList
            rows={people}
            rowHeight={60}
            draw={(block, from) =>
              block.map((person, index) => (
                <View
                  key={`${person.name} ${person.phone}`}
                  className={classes('lrow', from + index === 0 && 'lrow--first')}
                >
                  <View className="grow">
                    <View className="row g2 wrap">
                      <View className="read__n">{person.name}</View>
                      {namesakes.includes(person.name) && <View className="small b wa">同名</View>}
                    </View>
                    <View className="small i2">{person.phone || '没有电话'}</View>
                  </View>
                  <Link plain onTap={() => onLeave(person)} name={`拿掉${person.name}`}>
                    拿掉
                  </Link>
                </View>
              ))
            }
          />
        </Card>
      </View>
    </>
  )
}
