import { View } from '@tarojs/components'
import { actions, type Elder } from '@core/contract'
import { useEffect, useState } from 'react'
import { useInfiniteAction } from '@/client'
import { NumbersHeld, faceOf, heldIn } from '@/parts'
import { Asked } from '@/parts/Asked'
import { Avatar, Link, ListRow, Notice, Sheet, TextField } from '@/ui'

/** Asks once she pauses, not at every letter. */
const pauseMs = 400

interface ElderSheetProps {
  communityId: string
  onChoose: (elder: Elder) => void
  onClose: () => void
}

/** The elders of the community, by name. */
export function ElderSheet({ communityId, onChoose, onClose }: ElderSheetProps) {
  const [text, setText] = useState('')
  const [search, setSearch] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSearch(text.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  const list = useInfiniteAction(actions.elders, { communityId, search }, { holdPrevious: true })
  const held = heldIn(list.pages)
  return (
    <Sheet title="社区的老人" onClose={onClose}>
      <View className="mt3">
        <TextField
          label="找人"
          value={text}
          onChange={setText}
          most={20}
          hint="姓名，或者姓"
          confirm="search"
          onConfirm={() => setSearch(text.trim())}
        />
      </View>
      <NumbersHeld held={held} />
      <View className="mt3">
        <Asked asking={list}>
          {() =>
            list.items.length === 0 ? (
              <Notice icon="info">{search ? `没找到「${search}」，从姓开始写。` : '还没有登记老人。'}</Notice>
            ) : (
              <>
                {list.items.map((elder, index) => {
                  const about = [
                    elder.age === null ? '' : `${elder.age} 岁`,
                    elder.phone || (held ? '电话先不显示' : '没有电话'),
                  ]
                  const say = about.filter(Boolean).join(' · ')
                  return (
                    <ListRow
                      key={elder.id}
                      first={index === 0}
                      lead={<Avatar face={faceOf(elder.name)} />}
                      title={elder.name}
                      say={say}
                      onTap={() => onChoose(elder)}
                      name={`${elder.name}，${say}`}
                    />
                  )
                })}
                {list.hasMore && (
                  <View className="row">
                    <Link onTap={list.more}>{list.askingMore ? '正在拿…' : '再看一些'}</Link>
                  </View>
                )}
              </>
            )
          }
        </Asked>
      </View>
    </Sheet>
  )
}
