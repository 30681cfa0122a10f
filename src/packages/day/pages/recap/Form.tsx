import { View } from '@tarojs/components'
import type { ActivityPage, Recap } from '@core/contract'
import { hoursWords } from '@core/domain/hours'
import { dayWords } from '@core/domain/times'
import { useState } from 'react'
import { go, hideKeyboard, say, useNow } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { ActionBar, AreaField, BarSmall, BigButton, Notice, SectionTitle, TextField } from '@/ui'
import { Pictures } from './Pictures'
import { Ratings } from './Ratings'
import { useDraft } from './use-draft'

/** What was done, written by who ran it. */
export function Form({ activity, recap }: { activity: ActivityPage; recap: Recap }) {
  const { id, title, startsAt } = activity
  const now = useNow()
  const { draft, change, addPictures, removePicture, save, uploading, busy, trouble } = useDraft(id, recap)
  const [wrong, setWrong] = useState('')
  const isFirst = recap.at === null
  const figures = [
    recap.came > 0 && `${recap.came} 位来了`,
    recap.minutes > 0 && `志愿者一共 ${hoursWords(recap.minutes)}`,
  ].filter(Boolean)

  const send = async () => {
    hideKeyboard()
    if (draft.words.trim() === '' && draft.pictures.length === 0) return setWrong('写一两句做了什么，或者放一张照片')
    if (await save()) say(isFirst ? '总结发好了' : '改好了')
  }
  return (
    <>
      <View className="head mt2">{title}</View>
      <View className="i2 mt1">{[dayWords(startsAt, now), ...figures].join(' · ')}</View>
      {isFirst && (
        <View className="mt4">
          <Notice>发出以后，来过的邻居会收到感谢，并请他们说说怎么样。</Notice>
        </View>
      )}
      <View className="fields mt4">
        <TextField
          label="人数"
          value={draft.served}
          onChange={(served) => change({ served: served.replace(/\D/g, '') })}
          type="number"
          most={6}
          hint="服务了多少人"
        />
        <AreaField
          label="做的事"
          value={draft.words}
          onChange={(words) => {
            change({ words })
            setWrong('')
          }}
          most={1000}
          hint="比如 量了血压，测了血糖，三位老人约了复查"
          wrong={wrong}
        />
        <AreaField
          label="感谢"
          value={draft.thanks}
          onChange={(thanks) => change({ thanks })}
          most={200}
          hint="想谢谢谁，可以不写"
        />
      </View>
      <SectionTitle say={`${draft.pictures.length} / 9`}>照片</SectionTitle>
      <Pictures
        pictures={draft.pictures}
        uploading={uploading}
        onAdd={() => void addPictures()}
        onRemove={removePicture}
      />
      <View className="small i2 mt3">照片查过没问题，邻居才看得到。拍到别人的正脸，先问一声。</View>
      <Ratings ratings={recap.ratings} />
      <ActionBar
        note={trouble && <TroubleNotice trouble={trouble} />}
        small={isFirst ? undefined : <BarSmall icon="list" label="看看" onTap={() => void go.recap(id)} />}
      >
        <BigButton grow busy={busy} disabled={uploading > 0} onTap={() => void send()}>
          {busy ? '正在发…' : uploading > 0 ? '等照片传完' : isFirst ? '发出总结' : '保存修改'}
        </BigButton>
      </ActionBar>
    </>
  )
}
