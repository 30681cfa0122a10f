import { View } from '@tarojs/components'
import { clockWords, dayOf } from '@core/domain/times'
import { useState } from 'react'
import { BigButton, ListRow, Sheet, Tick, WhenField } from '@/ui'
import { deadlineOf, deadlines, momentOf, timeOf } from '../../../form/draft'
import { dayWords } from '../../../form/words'
import type { EditorProps } from './Editor'

interface DeadlineEditorProps extends EditorProps {
  field: 'closesAt' | 'cancelBy'
  title: string
}

/** Until when: a usual deadline before the start, or a day and time of one's own. */
export function DeadlineEditor({ form, onDone, field, title }: DeadlineEditorProps) {
  const [at, setAt] = useState(form[field])
  const usual = deadlineOf(form.startsAt, at)
  const [own, setOwn] = useState(!usual)
  const done = () => onDone({ ...form, [field]: at })
  return (
    <Sheet
      title={title}
      say={field === 'cancelBy' ? '过了这时候，来不了的邻居要打电话告诉您。' : '过了这时候就报不上了。'}
      onClose={done}
      foot={<BigButton onTap={done}>好了</BigButton>}
    >
      {deadlines.map(({ id, words, at: count }, index) => {
        const isOn = !own && usual?.id === id
        return (
          <ListRow
            key={id}
            first={index === 0}
            title={words}
            trail={<Tick on={isOn} />}
            bare
            onTap={() => {
              setOwn(false)
              setAt(count(form.startsAt))
            }}
            name={isOn ? `${words}，现在选的` : words}
          />
        )
      })}
      <ListRow title="自己定" trail={<Tick on={own} />} bare onTap={() => setOwn(true)} name="自己定日子和钟点" />
      {own && (
        <View className="fields mt2">
          <WhenField
            label="哪一天"
            mode="date"
            value={dayOf(at)}
            shown={dayWords(at)}
            to={dayOf(form.endsAt)}
            onChange={(day) => setAt(momentOf(day, timeOf(at)))}
          />
          <WhenField
            label="几点"
            mode="time"
            value={timeOf(at)}
            shown={clockWords(at)}
            onChange={(time) => setAt(momentOf(dayOf(at), time))}
          />
        </View>
      )}
    </Sheet>
  )
}
