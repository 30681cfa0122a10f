import { View } from '@tarojs/components'
import type { PersonNow } from '@core/domain/day-queue'
import { useState } from 'react'
import { hideKeyboard } from '@/device'
import { BigButton, Chip, ListRow, Sheet, TextField, Tick } from '@/ui'
import type { Book } from '../../book/book'
import { remarkOf } from '../../book/words'

export interface WalkIn {
  name: string
  phone: string
  unit: string | null
}

interface WalkInSheetProps {
  /** What was looked for in vain: a name, or digits of a number. */
  named: string
  people: readonly PersonNow[]
  units: Book['units']
  onCome: (walkIn: WalkIn) => void
  /** It was somebody of the roster after all. */
  onFound: (person: PersonNow) => void
  onClose: () => void
}

/** Whoever comes without having signed up: a name is enough. */
export function WalkInSheet({ named, people, units, onCome, onFound, onClose }: WalkInSheetProps) {
  const [name, setName] = useState(/^\d+$/.test(named) ? '' : named)
  const [phone, setPhone] = useState(/^\d+$/.test(named) ? named : '')
  const [unit, setUnit] = useState<string | null>(null)
  const [wrong, setWrong] = useState({ name: '', phone: '' })
  const called = name.trim()
  const namesakes = called.length > 1 ? people.filter(({ row }) => row.name === called) : []

  const come = () => {
    const number = phone.trim()
    const found = {
      name: called ? '' : '写一个称呼，好认人',
      phone: number === '' || /^1\d{10}$/.test(number) ? '' : '手机号是 11 位数字，没有就空着',
    }
    setWrong(found)
    if (found.name || found.phone) return
    hideKeyboard()
    onCome({ name: called, phone: number, unit })
  }

  return (
    <Sheet
      title="没报名的，也欢迎"
      say="写个称呼就行，有电话更好，下次能认出来。"
      onClose={onClose}
      foot={
        <BigButton icon="check" onTap={come}>
          记上，到了
        </BigButton>
      }
    >
      <View className="fields mt4">
        <TextField
          label="称呼"
          value={name}
          onChange={(text) => {
            setName(text)
            setWrong({ ...wrong, name: '' })
          }}
          most={20}
          hint="比如 王大爷"
          wrong={wrong.name}
          focus
        />
        {namesakes.map((person) => (
          <ListRow
            key={person.id}
            first
            bare
            title={`名单里有一位${person.row.name}，是这位吗`}
            say={remarkOf(person, '') || '还没到'}
            trail={<Tick on={person.inAt !== null} />}
            onTap={() => onFound(person)}
            name={`名单里的${person.row.name}，就是这位`}
          />
        ))}
        <TextField
          label="手机"
          value={phone}
          onChange={(text) => {
            setPhone(text)
            setWrong({ ...wrong, phone: '' })
          }}
          most={11}
          type="number"
          hint="可以不填"
          wrong={wrong.phone}
        />
      </View>
      {units.length > 0 && (
        <View className="row wrap g2 mt4" aria-role="radiogroup" aria-label="岗位或时段">
          {units.map((each) => (
            <Chip
              key={each.id}
              on={unit === each.id}
              onTap={() => setUnit(unit === each.id ? null : each.id)}
              name={each.name}
            >
              {each.name}
            </Chip>
          ))}
        </View>
      )}
    </Sheet>
  )
}
