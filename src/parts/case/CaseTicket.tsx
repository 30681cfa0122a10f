import './case.scss'
import type { CaseCard, Colour } from '@core/contract'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { TeamShape, classes } from '@/ui'
import { Sense } from '../Sense'
import { Pips } from './Pips'
import { caseName, fromWords, standOf, type StepWords } from './case-words'

interface CaseTicketProps {
  card: CaseCard
  now: number
  onTap?: () => void
  /** Its service, where a list holds several kinds and its page has their data at hand. */
  service?: { name: string; colour: Colour; words?: StepWords }
  /** What steps are called where all of a list are called alike. */
  words?: StepWords
  /** Above the title: the day of an order, how far it is, who has it. */
  head?: ReactNode
  /** Below a line, in place of the last word: buttons, the owner. */
  foot?: ReactNode
}

/** The list card of a case: what, from whom, how far it is, and the last word on it. */
export function CaseTicket({ card, now, onTap, service, words = service?.words, head, foot }: CaseTicketProps) {
  const { word, tone, behind } = standOf(card, now, words)
  return (
    <View
      className="card case"
      hoverClass={onTap ? 'pressed' : 'none'}
      onClick={onTap}
      aria-role={onTap ? 'button' : 'note'}
      aria-label={[service?.name, caseName(card, now, words)].filter(Boolean).join('，')}
    >
      {(service || card.isUrgent || head) && (
        <View className="row wrap g2 case__head">
          {service && (
            <View className={`ctag ink--${service.colour}`}>
              <TeamShape colour={service.colour} size={15} />
              <View>{service.name}</View>
            </View>
          )}
          {card.isUrgent && <View className="case__urgent">着急</View>}
          {head}
        </View>
      )}
      <Sense className="lead b" text={card.title} />
      <Sense className="small i2 mt1" text={fromWords(card, now)} />
      <View className="row between mt3 case__stand">
        {behind !== null && <Pips behind={behind} />}
        <View className={classes('state', tone)}>{word}</View>
      </View>
      {(foot ?? card.last) && (
        <View className="case__last">{foot ?? <View className="small i2">{card.last}</View>}</View>
      )}
    </View>
  )
}
