import type { ActivityPage } from '@core/contract'
import { View } from '@tarojs/components'
import { callPhone } from '@/device'
import { PersonPicker, Sense } from '@/parts'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Icon, Notice, Sheet } from '@/ui'
import { calledOf, pickableOf } from '../people/candidates'
import { AgreeRow } from '../signup/AgreeRow'
import { QuestionFields } from '../signup/QuestionFields'
import { UnitPicker } from '../signup/UnitPicker'
import { unitWord } from '../signup/plan'
import { useSignUp, type SignUp } from '../signup/use-sign-up'
import { ProfileFields } from './ProfileFields'
import { SignedUp } from './SignedUp'
import type { Part } from './use-part'
import { useProfile } from './use-profile'
import { headWords, missedWords, takeBackWords } from './words'

interface SignUpSheetProps {
  page: ActivityPage
  part: Part
  now: number
  onClose: () => void
  /** Leads to where a relative is added; the sheet stays as it is. */
  onAddRelative: () => void
}

/** Who goes and to what, what happens, until when it can be taken back; one tap more and they are in. */
export function SignUpSheet({ page, part, now, onClose, onAddRelative }: SignUpSheetProps) {
  const profile = useProfile(page)
  const signUp = useSignUp(page, part, now)
  const { plan, picked, done } = signUp
  const busy = part.joining.busy || profile.saving.busy
  const trouble = profile.saving.trouble ?? part.joining.trouble

  const join = async (way: NonNullable<typeof plan.primary>) => {
    if (profile.isMissing && !(await profile.save())) return
    await signUp.join(way)
  }
  if (done) {
    return <SignedUp page={page} result={done} people={signUp.people} part={part} now={now} onClose={onClose} />
  }
  return (
    <Sheet
      title={plan.head}
      say={<Sense className="" text={headWords(page, signUp.unit, plan.room, now)} />}
      onClose={onClose}
      sight={signUp.sight}
      foot={
        <>
          {signUp.lacks && (
            <View className="small no b ctr" aria-role="alert">
              {signUp.lacks}
            </View>
          )}
          {trouble && <TroubleNotice trouble={trouble} />}
          {trouble?.refusal && page.contact.phone && (
            <BigButton variant="line" icon="phone" onTap={() => void callPhone(page.contact.phone)}>
              打给{page.contact.name}
            </BigButton>
          )}
          <Ways signUp={signUp} busy={busy} onJoin={(way) => void join(way)} />
          {!plan.isLine && <View className="small i2 ctr">{takeBackWords(page, now)}</View>}
        </>
      }
    >
      <View className="mt4">
        {profile.isMissing ? (
          <ProfileFields profile={profile} />
        ) : (
          <>
            <PersonPicker
              people={signUp.people.map((person) => pickableOf(person, page.drawAt))}
              picked={picked.map(({ id }) => id)}
              onToggle={signUp.toggle}
            />
            <AddRelative onTap={onAddRelative} />
          </>
        )}
      </View>
      <Guardian signUp={signUp} />
      <Missed signUp={signUp} now={now} />
      {page.units.length > 0 && (
        <View className="mt5" id="sheet-units">
          <View className="title" aria-role="heading">
            选一个{unitWord(page.units)}
          </View>
          <UnitPicker units={page.units} on={signUp.unit} now={now} onPick={signUp.setUnit} />
        </View>
      )}
      {page.questions.length > 0 && (
        <QuestionFields
          questions={page.questions}
          people={picked}
          answers={signUp.answers}
          wrong={signUp.wrongAnswers}
          onAnswer={signUp.answer}
        />
      )}
      {plan.notice && (
        <View className="mt4">
          <Notice tone={plan.notice.tone} icon={plan.notice.icon} title={plan.notice.title}>
            {plan.notice.words}
          </Notice>
        </View>
      )}
    </Sheet>
  )
}

interface WaysProps {
  signUp: SignUp
  busy: boolean
  onJoin: (way: NonNullable<SignUp['plan']['primary']>) => void
}

/** The way that is likely wanted, and the other one that works now. */
function Ways({ signUp, busy, onJoin }: WaysProps) {
  const { primary, second, missing, instead } = signUp.plan
  if (!primary && signUp.picked.length > 0) {
    return (
      <BigButton variant="quiet" icon="down" onTap={() => signUp.show('units')}>
        {missing}
      </BigButton>
    )
  }
  if (!primary) return <BigButton disabled>{missing}</BigButton>
  return (
    <>
      {instead && !busy && <BigButton onTap={() => signUp.setUnit(instead.unit)}>{instead.label}</BigButton>}
      <BigButton variant={instead ? 'line' : 'primary'} busy={busy} onTap={() => onJoin(primary)}>
        {busy ? primary.doing : primary.label}
      </BigButton>
      {second && !busy && (
        <BigButton variant="line" onTap={() => onJoin(second)}>
          {second.label}
        </BigButton>
      )}
    </>
  )
}

function AddRelative({ onTap }: { onTap: () => void }) {
  return (
    <View className="add-relative" hoverClass="pressed" onClick={onTap} aria-role="button" aria-label="添一位家人">
      <View className="add-relative__plus">
        <Icon name="plus" />
      </View>
      <View className="i2">添一位家人</View>
    </View>
  )
}

/** Asked where a child is picked; kept with the sign-up. */
function Guardian({ signUp }: { signUp: SignUp }) {
  const { guarded, isGuardian, setGuardian, wrongGuardian } = signUp
  if (guarded.length === 0) return null
  const names = guarded.map(calledOf).join('、')
  return (
    <AgreeRow
      id="sheet-guardian"
      on={isGuardian}
      wrong={wrongGuardian ? '孩子参加要监护人同意，勾上这一条再报' : ''}
      onToggle={() => setGuardian(!isGuardian)}
    >
      我是{names}的监护人，同意参加
    </AgreeRow>
  )
}

/** Said kindly to somebody who did not come the last time; it decides nothing. */
function Missed({ signUp, now }: { signUp: SignUp; now: number }) {
  const missed = signUp.picked.find((person) => person.missed)
  if (!missed?.missed) return null
  return (
    <View className="mt4">
      <Notice icon="heart">{missedWords(missed, missed.missed, now)}</Notice>
    </View>
  )
}
