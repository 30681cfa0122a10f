import './index.scss'
import { View } from '@tarojs/components'
import { actions, type Elder } from '@core/contract'
import { calendar } from '@core/domain/times'
import { useEffect, useState } from 'react'
import { newKey, useDo } from '@/client'
import { go, hideKeyboard, keepPrivate, useNow, useParam } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { ActionBar, BigButton, Link, MonthField, Notice, Page, Segmented, TextField, Tick, classes } from '@/ui'
import { checkElder, emptyDraft, type ElderDraft, type ElderWrong } from '../../entering'
import { keepDraft, keptDraft } from '../../kept-draft'
import { kindWords, spokenConsent } from '../../words'

const kinds = ['elder', 'care'] as const

/** 上门登记, with one hand on the doorstep: what is typed stays where the network is gone. */
export default function EnterElder() {
  const communityId = useParam('community')
  const now = useNow()
  const [kept] = useState(() => keptDraft(communityId))
  const [draft, setDraft] = useState<ElderDraft>(() => kept ?? emptyDraft(newKey()))
  const [wrong, setWrong] = useState<ElderWrong>({})
  const [done, setDone] = useState<Elder | null>(null)
  const { run, busy, trouble } = useDo(actions.enterElder, { invalidates: [actions.elders] })
  useEffect(keepPrivate, [])

  const change = (part: Partial<ElderDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setWrong({})
  }
  const clear = () => {
    keepDraft(communityId, null)
    setDraft(emptyDraft(newKey()))
    setWrong({})
    setDone(null)
  }
  const enter = async () => {
    hideKeyboard()
    const found = checkElder(draft)
    setWrong(found)
    if (Object.keys(found).length > 0) return
    // Before it is sent: who walks out of the network, or closes WeChat, finds it again.
    keepDraft(communityId, draft)
    const answer = await run({ ...draft, communityId })
    if (!answer?.ok) return
    keepDraft(communityId, null)
    setDone(answer.data)
  }
  if (done) return <Entered elder={done} communityId={communityId} onNext={clear} />
  const isKept = kept !== null && kept.key === draft.key
  return (
    <Page
      bar={
        <ActionBar note={trouble && <TroubleNotice trouble={trouble} />}>
          <BigButton grow busy={busy} onTap={() => void enter()}>
            {busy ? '正在记下…' : '记下'}
          </BigButton>
        </ActionBar>
      }
    >
      {isKept && (
        <View className="mt2">
          <Notice tone="warn" icon="offline" action={<Link onTap={clear}>清掉，重新写</Link>}>
            上次没有送出去的还在，看一眼，再点「记下」。
          </Notice>
        </View>
      )}
      <View className="mt2">
        <Segmented
          name="登记的是"
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          options={kinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
        />
      </View>
      <View className="fields mt4">
        <TextField
          label="姓名"
          value={draft.name}
          onChange={(name) => change({ name })}
          most={20}
          hint="比如 何玉珍"
          wrong={wrong.name}
          asked
        />
        <MonthField
          label="出生"
          value={draft.born ?? ''}
          onChange={(born) => change({ born })}
          from="1900-01"
          to={`${calendar(now).year}-${String(calendar(now).month).padStart(2, '0')}`}
          shown={draft.born ? `${Number(draft.born.slice(0, 4))} 年 ${Number(draft.born.slice(5))} 月` : ''}
          hint="可以不选"
        />
        <TextField
          label="电话"
          type="number"
          value={draft.phone}
          onChange={(phone) => change({ phone })}
          most={14}
          hint="没有就空着"
          wrong={wrong.phone}
        />
      </View>
      <View className="small i2 mt5">念给本人听</View>
      <View className="spoken mt2">{spokenConsent}</View>
      <View
        className={classes('spoken__yes mt3', Boolean(wrong.consent) && 'spoken__yes--wrong')}
        hoverClass="pressed"
        onClick={() => change({ consent: !draft.consent })}
        aria-role="checkbox"
        aria-checked={draft.consent}
        aria-label="念过了，本人亲口同意"
      >
        <Tick on={draft.consent} square />
        <View className="grow b">念过了，本人亲口同意</View>
      </View>
      {wrong.consent && (
        <View className="field__e" aria-role="alert">
          {wrong.consent}
        </View>
      )}
    </Page>
  )
}

/** Entered: what can be done while the worker still stands at the door. */
function Entered({ elder, communityId, onNext }: { elder: Elder; communityId: string; onNext: () => void }) {
  return (
    <Page
      bar={
        <ActionBar>
          <BigButton grow onTap={() => void go.elder(elder.id, communityId)}>
            请家人来照管，或先帮着报名
          </BigButton>
        </ActionBar>
      }
    >
      <View className="col g4 mt6 spoken__done">
        <Tick on large />
        <View className="head" aria-role="alert">
          {elder.name}记下了
        </View>
        <View className="i2 ctr">以后社区可以替本人报名。家里人在的话，现在就请他们一起照管。</View>
        <BigButton variant="quiet" onTap={onNext}>
          再登记一位
        </BigButton>
      </View>
    </Page>
  )
}
