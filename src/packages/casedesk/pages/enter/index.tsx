import './index.scss'
import { View } from '@tarojs/components'
import type { Elder } from '@core/contract'
import { useState } from 'react'
import { useMe } from '@/client'
import { keepPrivate, useParam, usePulled, useShown } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { ActionBar, BigButton, Link, Notice, Page } from '@/ui'
import { CallerPart } from './CallerPart'
import { ElderSheet } from './ElderSheet'
import { Entered } from './Entered'
import { MorePart } from './MorePart'
import { WhatPart } from './WhatPart'
import { WherePart } from './WherePart'
import { useEntering } from './use-entering'

/** 电话登记, with the phone at the ear: every letter stays on this phone until the cloud has it. */
export default function EnterCase() {
  const communityId = useParam('community')
  const me = useMe()
  const entering = useEntering(communityId)
  const [isChoosing, setChoosing] = useState(false)
  useShown(keepPrivate)
  usePulled(me.again)
  const { wrong, change, clear, send, busy, trouble, done, isKept } = entering
  if (done) return <Entered done={done} onNext={clear} />
  const missing = Object.values(wrong)
  const isStaff = me.data?.roles.staffOf.includes(communityId) === true
  const choose = ({ id, name, phone }: Elder) => {
    change({ elderId: id, name, phone })
    setChoosing(false)
  }
  return (
    <Page
      bar={
        <ActionBar
          note={
            trouble ? (
              <TroubleNotice trouble={trouble} />
            ) : missing.length > 0 ? (
              <Notice tone="warn" icon="info" alert>
                {missing.length > 1 ? `还有 ${missing.length} 处没填好，往上看看红字` : missing[0]}
              </Notice>
            ) : undefined
          }
        >
          <BigButton grow busy={busy} onTap={() => void send()}>
            {busy ? '正在记下…' : '记下'}
          </BigButton>
        </ActionBar>
      }
      over={isChoosing && <ElderSheet communityId={communityId} onChoose={choose} onClose={() => setChoosing(false)} />}
    >
      {isKept && (
        <View className="mt2">
          <Notice tone="warn" icon="edit" action={<Link onTap={clear}>清掉，重新写</Link>}>
            上次没有记完的还在，接着写就行。
          </Notice>
        </View>
      )}
      <CallerPart entering={entering} onElders={isStaff ? () => setChoosing(true) : null} />
      <WhatPart entering={entering} />
      <WherePart entering={entering} community={me.data?.communities.find(({ id }) => id === communityId)} />
      <MorePart entering={entering} />
    </Page>
  )
}
