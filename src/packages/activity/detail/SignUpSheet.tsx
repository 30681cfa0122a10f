import type { ActivityPage, Mine } from '@core/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useMe } from '@/client'
import { callPhone } from '@/device'
import { PersonPicker, Sense, faceOf, nearMoment, seatState } from '@/parts'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Notice, Sheet } from '@/ui'
import { ProfileFields } from './ProfileFields'
import { SignedUp } from './SignedUp'
import type { Part } from './use-part'
import { useProfile } from './use-profile'
import { headWords, waitingWords } from './words'

interface SignUpSheetProps {
  page: ActivityPage
  part: Part
  now: number
  onClose: () => void
}

/** Who goes, what happens, until when it can be taken back; one tap more and she is in. */
export function SignUpSheet({ page, part, now, onClose }: SignUpSheetProps) {
  const me = useMe().data
  const profile = useProfile(page)
  const [done, setDone] = useState<Mine | null>(null)
  const isFull = seatState({ ...page, mine: null }, now).kind === 'full'
  const busy = part.joining.busy || profile.saving.busy
  const trouble = profile.saving.trouble ?? part.joining.trouble

  const join = async () => {
    if (profile.isMissing && !(await profile.save())) return
    const answer = await part.joining.run({ id: page.id })
    if (answer?.ok) setDone(answer.data.mine)
  }
  if (done) return <SignedUp page={page} mine={done} part={part} now={now} onClose={onClose} />

  const label = isFull ? '排队候补' : '报名'
  return (
    <Sheet
      title={isFull ? '满了，先排个队？' : '谁去？'}
      say={<Sense className="" text={headWords(page, now)} />}
      onClose={onClose}
      foot={
        <>
          {trouble && <TroubleNotice trouble={trouble} />}
          {trouble?.refusal && page.contact.phone && (
            <BigButton variant="line" icon="phone" onTap={() => void callPhone(page.contact.phone)}>
              打给{page.contact.name}
            </BigButton>
          )}
          <BigButton busy={busy} onTap={() => void join()}>
            {busy ? `正在${label}…` : label}
          </BigButton>
          <View className="small i2 ctr">{takeBackWords(page, now, isFull)}</View>
        </>
      }
    >
      <View className="mt4">
        {profile.isMissing ? (
          <ProfileFields profile={profile} />
        ) : (
          <PersonPicker
            people={[{ id: 'me', name: '我自己', say: me?.name, face: faceOf(me?.name ?? '') }]}
            picked={['me']}
          />
        )}
      </View>
      {page.clashes.length > 0 && <Clashes page={page} now={now} />}
      {isFull && (
        <View className="mt4">
          <Notice tone="warn" title={`候补第 ${page.waiting + 1} 位`}>
            {waitingWords(page, now)}
          </Notice>
        </View>
      )}
    </Sheet>
  )
}

function takeBackWords(page: ActivityPage, now: number, isFull: boolean): string {
  if (isFull) return '排着队随时可以退出，不影响下次报名'
  if (now < page.cancelBy) return `${nearMoment(page.cancelBy, now)} 前可以取消，不影响下次报名`
  return '离开始不远了，来不了请打给队长'
}

/** Her other sign-ups at the same time, said before she signs up; it is hers to decide. */
function Clashes({ page, now }: { page: ActivityPage; now: number }) {
  const first = page.clashes[0]
  if (!first) return null
  return (
    <View className="mt4">
      <Notice tone="warn" icon="clock" title="时间撞了">
        {nearMoment(first.startsAt, now)} 您已报「{first.title}」
        {page.clashes.length > 1 ? `等 ${page.clashes.length} 场` : ''}。要是改主意来这场，记得退掉那场。
      </Notice>
    </View>
  )
}
