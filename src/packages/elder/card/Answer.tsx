import { View } from '@tarojs/components'
import { wordsFor, type Trouble } from '@/client'
import { BigButton, Notice } from '@/ui'
import type { CardPage } from './use-card'

type AnswerProps = Pick<CardPage, 'saying' | 'say'>

/** 我去 and 这次不去: one tap, nothing asked, no hurry. */
export function Answer({ saying, say }: AnswerProps) {
  return (
    <View className="col g3 mt5">
      <View className="elder__yes">
        <BigButton size="xl" busy={saying === 'yes'} disabled={saying === 'no'} onTap={() => void say(true)}>
          {saying === 'yes' ? '正在报名…' : '我去'}
        </BigButton>
      </View>
      <BigButton variant="line" busy={saying === 'no'} disabled={saying === 'yes'} onTap={() => void say(false)}>
        {saying === 'no' ? '正在说一声…' : '这次不去'}
      </BigButton>
    </View>
  )
}

/** What went wrong with her tap, and the way that always works: the telephone. */
export function AnswerTrouble({ trouble, contact }: { trouble: Trouble | undefined; contact: string }) {
  if (!trouble) return null
  // Whoever WeChat names nobody for can't answer here, and needs no other words than these.
  const isUnknown = trouble.refusal?.refused === 'access.denied'
  const { why, next } = isUnknown
    ? { why: '这里认不出您的微信', next: '在微信里打开这张卡片再点，或者打电话说一声' }
    : wordsFor(trouble)
  const isLost = trouble.fault !== undefined && trouble.fault.kind !== 'busy'
  return (
    <View className="mt4">
      <Notice tone="warn" icon={isLost ? 'offline' : 'info'} title={why} alert>
        {isLost ? '连上网再点一次，不会重复报名。' : `${next}。`}
        {contact && `打电话给${contact}也一样。`}
      </Notice>
    </View>
  )
}
