import { View } from '@tarojs/components'
import { caseServices } from '@core/services/cases'
import { AreaField, Chip, Notice, SectionTitle } from '@/ui'
import { Wrongly } from './Wrongly'
import type { Entering } from './use-entering'

/** What it is about: the caller's words, then of which kind. */
export function WhatPart({ entering }: { entering: Entering }) {
  const { draft, service, wrong, change } = entering
  const topic = service?.topics.find(({ id }) => id === draft.topic)
  return (
    <>
      <View className="mt3">
        <AreaField
          label="什么事"
          value={draft.words}
          onChange={(words) => change({ words })}
          most={500}
          hint={service?.example ?? '照着说的写，比如 楼道的灯坏了三天'}
          wrong={wrong.words}
          asked
        />
      </View>
      <SectionTitle>哪一种</SectionTitle>
      <View className="row wrap g2" aria-role="radiogroup" aria-label="哪一种">
        {caseServices.map(({ id, name }) => (
          <Chip key={id} on={id === draft.service} onTap={() => change({ service: id, topic: '' })} name={name}>
            {name}
          </Chip>
        ))}
      </View>
      <Wrongly words={wrong.service} />
      {service && (
        <View className="small i2 mt2">
          {service.seenBy === 'parties'
            ? `${service.line}。记下以后只有当事人和办事的人看得到，社区只看得到件数。`
            : service.line}
        </View>
      )}
      {service && service.topics.length > 0 && (
        <>
          <View className="row wrap g2 mt4" aria-role="radiogroup" aria-label="是哪一类">
            {service.topics.map(({ id, word }) => (
              <Chip key={id} on={id === draft.topic} onTap={() => change({ topic: id })} name={word}>
                {word}
              </Chip>
            ))}
          </View>
          <Wrongly words={wrong.topic} />
        </>
      )}
      {topic?.warns && (
        <View className="mt3">
          <Notice tone="warn" icon="speaker" title="先念给对方听" alert>
            {topic.warns}
          </Notice>
        </View>
      )}
    </>
  )
}
