import { View } from '@tarojs/components'
import type { CaseStep, CaseView } from '@core/contract'
import { useState, type ReactNode } from 'react'
import { pastDay, type StepWords } from '@/parts/case'
import { Icon, Link, classes } from '@/ui'
import { currentOf } from './current-step'
import { StepPictures } from './StepPictures'
import { stepLine, stepTime, stepTitle, stepsToCome } from './step-words'

/** More facts than this are folded, but for the last three. */
export const mostUnfolded = 6
const keptInSight = 3

interface StepTrailProps {
  view: CaseView
  now: number
  words?: StepWords
  /** What can be done in the step that is now: a call. */
  action?: ReactNode
}

/** What happened, fact by fact, where it is now, and what is to come. Nothing of it is ever taken out. */
export function StepTrail({ view, now, words, action }: StepTrailProps) {
  const [isOpen, setOpen] = useState(false)
  const { steps } = view
  const current = currentOf(steps)
  const isFolded = steps.length > mostUnfolded && !isOpen && current > 0
  const coming = stepsToCome(view, words)
  // Where it stands is never folded away.
  const kept = Math.max(keptInSight, steps.length - current)
  const shown = isFolded ? steps.slice(-kept) : steps
  const total = steps.length + coming.length
  const isOver = view.state === 'closed'
  return (
    <View className="card case-trail mt4" aria-role="list" aria-label="办到哪一步">
      {isFolded && (
        <View className="case-trail__fold">
          <Link icon="down" onTap={() => setOpen(true)}>
            前面还有 {steps.length - kept} 步
          </Link>
        </View>
      )}
      {shown.map((step, index) => {
        const place = steps.length - shown.length + index
        const isNow = !isOver && place === current
        return (
          <Fact
            key={step.turn}
            step={step}
            now={now}
            title={stepTitle(step, words)}
            said={`第 ${place + 1} 步，共 ${total} 步`}
            look={isNow ? 'now' : 'done'}
            isLast={place === total - 1}
            action={isNow && action}
          />
        )
      })}
      {coming.map(({ title, say }, index) => (
        <Row
          key={title}
          look="todo"
          isLast={index === coming.length - 1}
          name={`第 ${steps.length + index + 1} 步，共 ${total} 步，${title}，还没到`}
        >
          <View className="i3">{title}</View>
          <View className="small i2">{say}</View>
        </Row>
      ))}
    </View>
  )
}

type Look = 'done' | 'now' | 'todo'

interface FactProps {
  step: CaseStep
  now: number
  title: string
  said: string
  look: Look
  isLast: boolean
  action?: ReactNode
}

function Fact({ step, now, title, said, look, isLast, action }: FactProps) {
  const line = stepLine(step)
  return (
    <Row
      look={look}
      isLast={isLast}
      name={[said, title, look === 'now' ? '现在' : '', pastDay(step.at, now), line].filter(Boolean).join('，')}
    >
      <View className="row between case-step__top">
        <View className="b">{title}</View>
        <View className="caption i3">
          {stepTime(step.at, now)}
          {look === 'now' && step.state === 'doing' ? ' 起' : ''}
        </View>
      </View>
      {line && <View className="small i2">{line}</View>}
      <StepPictures pictures={step.pictures} />
      {action}
    </Row>
  )
}

function Row({ look, isLast, name, children }: { look: Look; isLast: boolean; name: string; children: ReactNode }) {
  return (
    <View className="case-step" aria-role="listitem" aria-label={name}>
      <View className="case-step__rail" aria-hidden>
        <View className={`case-step__disc case-step__disc--${look}`}>
          {look === 'done' && <Icon name="check" size={17} />}
          {look === 'now' && <View className="case-step__dot" />}
        </View>
        {!isLast && <View className={classes('case-step__line', look === 'done' && 'case-step__line--done')} />}
      </View>
      <View className={classes('case-step__body grow', isLast && 'case-step__body--last')}>{children}</View>
    </View>
  )
}
