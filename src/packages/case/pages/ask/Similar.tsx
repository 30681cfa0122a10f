import { View } from '@tarojs/components'
import { actions, type CaseCard } from '@core/contract'
import { useEffect, useState } from 'react'
import { useAction, useDo } from '@/client'
import { go, useNow } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { CaseTicket } from '@/parts/case'
import { BigButton, SectionTitle } from '@/ui'
import type { Asking } from './use-asking'

/** Asks once she pauses, and only when there is something to compare. */
const pauseMs = 700
const fewestLetters = 4

/** What neighbours have said already and may be the same thing: one tap joins them, and nobody writes it twice. */
export function Similar({ asking, onJoined }: { asking: Asking; onJoined: () => void }) {
  const { service, draft, communityId } = asking
  const now = useNow()
  const [words, setWords] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setWords(draft.words.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [draft.words])
  const found = useAction(
    actions.similarCases,
    { service: service.id, topic: draft.topic, communityId: communityId ?? '', compoundId: draft.compoundId, words },
    {
      enabled: service.seenBy === 'neighbours' && Boolean(communityId) && words.length >= fewestLetters,
      holdPrevious: true,
    },
  )
  const { run, busy, trouble } = useDo(actions.followCase, {
    invalidates: [actions.myCases, actions.getCase, actions.similarCases],
  })
  const join = async ({ id }: CaseCard) => {
    const answer = await run({ id, on: true })
    if (!answer?.ok) return
    onJoined()
    void go.instead.case(id)
  }
  const items = words.length >= fewestLetters ? (found.data?.items ?? []) : []
  if (items.length === 0) return null
  return (
    <View className="ask__same">
      <SectionTitle>已经有邻居说过了</SectionTitle>
      <View className="small i2 ask__samesay">是同一件事的话，点「我也是」，办好了一起告诉您。</View>
      <View className="cards mt3">
        {items.map((card) => (
          <CaseTicket
            key={card.id}
            card={card}
            now={now}
            onTap={() => void go.case(card.id)}
            foot={
              <View className="row between g2">
                <View className="small i2">{card.followers > 0 ? `${card.followers} 位邻居也这么说` : card.last}</View>
                <BigButton
                  size="small"
                  variant="quiet"
                  busy={busy}
                  name={`我也是，${card.title}`}
                  onTap={() => void join(card)}
                >
                  我也是
                </BigButton>
              </View>
            }
          />
        ))}
      </View>
      {trouble && (
        <View className="mt3">
          <TroubleNotice trouble={trouble} />
        </View>
      )}
    </View>
  )
}
