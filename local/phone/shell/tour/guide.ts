import { el } from '../dom'
import { signs } from '../signs'
import type { Story } from './story'

/** What can be done with a story that is being walked. */
export interface Walking {
  story: Story
  /** Which step is next; as many as there are when all are behind. */
  step: number
  /** The steps that were passed over, not done. */
  skipped: ReadonlySet<number>
  skip: () => void
  leave: () => void
}

/** The stories to choose from. */
export function storyList(stories: readonly Story[], begin: (story: Story) => void): HTMLElement {
  const buttons = stories.map((story) =>
    el(
      'button',
      { class: 'story', press: () => begin(story) },
      el('b', { text: story.title }),
      el('small', { text: story.line }),
    ),
  )
  return el('div', { class: 'stories' }, el('h2', { text: '跟着走一遍' }), ...buttons)
}

function dots(count: number, step: number, skipped: ReadonlySet<number>): HTMLElement {
  const marks = Array.from({ length: count }, (_mark, place) => {
    if (skipped.has(place)) return el('i', { class: 'is-skipped', text: '–' })
    const dot = el('i', { class: place === step ? 'is-now' : place < step ? 'is-done' : '' })
    if (place < step) dot.innerHTML = signs.done
    return dot
  })
  const passed = skipped.size > 0 ? `，跳过了 ${skipped.size} 步` : ''
  const label = `第 ${Math.min(step + 1, count)} 步，一共 ${count} 步${passed}`
  const row = el('div', { class: 'dots', role: 'img', label })
  row.append(...marks)
  return row
}

const endOfSkipped = (count: number) => `走到头了，跳过了 ${count} 步。没做的事没有发生，可以再走一遍。`

/** The step that is next, with its phone, what to tap and why; at the end what has become of it. */
export function walkingCard({ story, step, skipped, skip, leave }: Walking): HTMLElement {
  const next = story.steps[step]
  const head = el('header', {}, el('h2', { text: story.title }), el('button', { text: '不走了', press: leave }))
  if (!next) {
    head.lastElementChild?.remove()
    const end = el('p', { class: 'say', text: skipped.size > 0 ? endOfSkipped(skipped.size) : story.end })
    return el(
      'div',
      { class: 'walking' },
      head,
      dots(story.steps.length, step, skipped),
      end,
      el('button', { class: 'main', text: '再看一个', press: leave }),
    )
  }
  return el(
    'div',
    { class: 'walking' },
    head,
    dots(story.steps.length, step, skipped),
    el('p', { class: 'whose', text: `${next.who}的手机` }),
    el('p', { class: 'say', text: next.say }),
    el('p', { class: 'why', text: next.why }),
    el('button', { class: 'skip', text: '跳过这一步', press: skip }),
  )
}
