import { View } from '@tarojs/components'
import { Chip, Notice, SectionTitle } from '@/ui'
import type { Asking } from './use-asking'

/** What it is about, and what to do before anything else where that is pressing. */
export function TopicPart({ asking }: { asking: Asking }) {
  const { service, draft, wrong, change } = asking
  if (service.topics.length === 0) return null
  const chosen = service.topics.find(({ id }) => id === draft.topic)
  return (
    <>
      <SectionTitle>是哪一类</SectionTitle>
      <View className="row wrap g2" aria-role="radiogroup" aria-label="是哪一类">
        {service.topics.map(({ id, word }) => (
          <Chip key={id} on={id === draft.topic} onTap={() => change({ topic: id })} name={word}>
            {word}
          </Chip>
        ))}
      </View>
      {wrong.topic && (
        <View className="field__e" aria-role="alert">
          {wrong.topic}
        </View>
      )}
      {chosen?.warns && (
        <View className="mt3">
          <Notice tone="warn" icon="info" alert>
            {chosen.warns}
          </Notice>
        </View>
      )}
    </>
  )
}
