import { actions } from '@core/contract'
import { askedFor } from '@core/services/message-templates'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { newKey, useDo, useMe } from '@/client'
import { askToTell } from '@/device'
import { BigButton, Notice } from '@/ui'
import type { CardPage } from './use-card'

/** 是您自己的微信吗: offered once she has answered, and never asked again; it may be passed over. */
export function MyOwn({ card, accepting, accept }: Pick<CardPage, 'card' | 'accepting' | 'accept'>) {
  if (card?.you === 'self') return <ToldHere />
  if (card?.you !== 'hand') return null
  return (
    <View className="card col g3 mt5">
      <View className="lead b">这是您自己的微信吗</View>
      <View>是的话点一下，以后有消息也告诉您。不是就不用管。</View>
      <BigButton variant="quiet" busy={accepting} onTap={() => void accept()}>
        {accepting ? '正在记…' : '是我自己的微信'}
      </BigButton>
    </View>
  )
}

/** Her own account: the inbox brings everything, and WeChat as well where she allows it. */
function ToldHere() {
  const me = useMe().data
  const consenting = useDo(actions.consent)
  const [isTold, setTold] = useState(false)
  const templates = askedFor.in.map((name) => me?.templates[name] ?? '').filter(Boolean)
  const beTold = async () => {
    const allowed = await askToTell(templates)
    if (allowed.length === 0) return
    const reply = await consenting.run({ templates: allowed, key: newKey() })
    if (reply?.ok) setTold(true)
  }
  return (
    <View className="col g3 mt5">
      <View aria-live="polite">
        <Notice tone="success">
          {isTold ? '好，有变动在微信里告诉您。' : '这是您自己的微信，以后有消息也告诉您。'}
        </Notice>
      </View>
      {templates.length > 0 && !isTold && (
        <BigButton variant="line" icon="bell" onTap={() => void beTold()}>
          有变动就提醒我
        </BigButton>
      )}
    </View>
  )
}
