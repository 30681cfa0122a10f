import './index.scss'
import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { readNameList, sortOut, type ListedPerson } from '@core/domain/name-list'
import { useEffect, useState } from 'react'
import { useAction } from '@/client'
import { keepPrivate, nameNavBar, useParam } from '@/device'
import { Asked, TroubleNotice } from '@/parts/Asked'
import { ActionBar, AreaField, BigButton, Link, Notice, Page, SectionTitle, Segmented, TextField } from '@/ui'
import { Entered } from './Entered'
import { ReadList } from './ReadList'
import { UnitPick } from './UnitPick'
import { useEntering } from './use-entering'

const isPhone = (phone: string) => /^(1\d{10}|[\d-]{7,14})?$/.test(phone)
/** Characters of a pasted list: about five hundred people. */
const longest = 12_000

/** People entered by name: one who called, or a whole pasted list, seen before it is sent. */
export default function Enter() {
  const id = useParam('id')
  const [how, setHow] = useState<'one' | 'list'>('one')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [tried, setTried] = useState(false)
  const [text, setText] = useState('')
  const [left, setLeft] = useState<readonly ListedPerson[]>([])
  const [unit, setUnit] = useState<string | null>(null)
  const page = useAction(actions.getActivity, { id }, { fresh: 30_000 })
  const entering = useEntering(id, unit)
  useEffect(keepPrivate, [])
  const title = page.data?.title
  useEffect(() => {
    if (title) nameNavBar(`添人 · ${title}`)
  }, [title])

  const read = readNameList(text)
  const sorted = sortOut(read.people.filter((each) => !left.some((out) => isSame(each, out))))
  const people = how === 'list' ? sorted.people : [{ name: name.trim(), phone: phone.trim() }]
  const wrongName = name.trim() ? null : '写一个名字'
  const wrongPhone = isPhone(phone.trim()) ? null : '号码不对，看看是不是少了一位'
  const units = page.data?.units ?? []
  const needsUnit = units.length > 0 && unit === null
  const chosen = units.find((each) => each.id === unit)
  const room = units.length > 0 ? chosen?.seatsLeft : page.data?.seatsLeft
  const shortOf = room === undefined || room === null ? 0 : people.length - Math.max(0, room)
  const shortWords =
    how === 'one' || shortOf <= 0
      ? ''
      : `${chosen ? `${chosen.name} ` : ''}${(room ?? 0) > 0 ? `只余 ${room ?? 0} 席` : '满了'}，有 ${shortOf} 位要候补`
  const canEnter = people.length > 0 && !needsUnit && (how === 'list' || (!wrongName && !wrongPhone))

  const enter = async () => {
    setTried(true)
    if (!canEnter) return
    if (!(await entering.enter(people))) return
    setText('')
    setLeft([])
    setName('')
    setPhone('')
    setTried(false)
  }

  return (
    <Page
      busy={page.loading}
      bar={
        page.data && (
          <ActionBar
            note={
              tried && needsUnit ? (
                <Notice tone="warn">先在上面选一个岗位或时段</Notice>
              ) : (
                shortWords && <Notice tone="warn">{shortWords}</Notice>
              )
            }
          >
            <BigButton
              grow
              busy={entering.busy}
              disabled={how === 'list' && people.length === 0}
              onTap={() => void enter()}
            >
              {entering.busy
                ? `正在登记${entering.done > 0 ? `，写好了 ${entering.done} 位` : '…'}`
                : how === 'one'
                  ? '登记这一位'
                  : people.length === 0
                    ? '先贴上名单'
                    : `登记 ${people.length} 位`}
            </BigButton>
          </ActionBar>
        )
      }
    >
      <Asked asking={page}>
        {(activity) => (
          <>
            <View className="small i2 mt2">
              打电话来的、当面说的，您替他们登记。以后本人用同一个名字和电话来了，可以请您确认，归到自己名下。
            </View>
            <View className="mt3">
              <Segmented
                name="怎么登记"
                options={[
                  { value: 'one', label: '一位一位' },
                  { value: 'list', label: '贴一份名单' },
                ]}
                value={how}
                onChange={setHow}
              />
            </View>
            <Entered entering={entering} />
            <View className="mt3">
              <TroubleNotice trouble={entering.trouble} />
            </View>
            {activity.units.length > 0 && (
              <UnitPick units={activity.units} value={unit} onChange={setUnit} isAsked={tried && needsUnit} />
            )}
            {how === 'one' ? (
              <View className="fields mt4">
                <TextField
                  label="名字"
                  value={name}
                  onChange={setName}
                  most={20}
                  hint="比如 何玉珍"
                  wrong={tried ? wrongName : null}
                />
                <TextField
                  label="电话"
                  type="number"
                  value={phone}
                  onChange={setPhone}
                  most={14}
                  hint="没有就空着"
                  wrong={tried || phone.length > 11 ? wrongPhone : null}
                />
              </View>
            ) : (
              <>
                <View className="mt4">
                  <AreaField
                    label="名单"
                    value={text}
                    onChange={setText}
                    most={longest}
                    hint={'一行一位，接龙、表格都能贴\n1. 何玉珍 13800000001\n许长山'}
                  />
                </View>
                {read.unread.length > 0 && (
                  <View className="mt3">
                    <Notice tone="warn" title={`${read.unread.length} 行没读懂，没有算进来`}>
                      {read.unread.slice(0, 5).map((line, index) => (
                        <View key={index}>{line.slice(0, 40)}</View>
                      ))}
                      <View>改一改上面的字，或者一位一位登记。</View>
                    </Notice>
                  </View>
                )}
                {people.length > 0 && (
                  <>
                    <SectionTitle say="看一眼，对了再登记">{`读出 ${people.length} 位`}</SectionTitle>
                    <ReadList sorted={sorted} onLeave={(person) => setLeft([...left, person])} />
                    {left.length > 0 && (
                      <Link plain onTap={() => setLeft([])}>{`拿掉的 ${left.length} 位，都放回来`}</Link>
                    )}
                  </>
                )}
              </>
            )}
          </>
        )}
      </Asked>
    </Page>
  )
}

const isSame = (a: ListedPerson, b: ListedPerson) => a.name === b.name && a.phone === b.phone
