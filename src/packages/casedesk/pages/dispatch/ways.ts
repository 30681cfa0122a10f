// What a desk can do with a case instead of sending it to a unit.
import type { MoveName } from '@core/contract'
import type { IconName } from '@/ui'

export type WayName = Extract<MoveName, 'offer' | 'settle' | 'escalate' | 'return' | 'askBack' | 'turnDown'>

interface Way {
  move: WayName
  icon: IconName
  title: string
  say: string
  /** What is written for it, and an example. */
  label: string
  hint: string
  needsWords: boolean
  button: string
  busy: string
  done: string
}

/** In the order in which they are thought of. */
export const ways: readonly Way[] = [
  {
    ...{ move: 'offer', icon: 'heart', title: '请邻居认领', say: '邻居和队伍都看得到，不写是谁提的。' },
    ...{ label: '说一句', hint: '可以不写', needsWords: false },
    ...{ button: '请邻居认领', busy: '正在放出去…', done: '等邻居来认领' },
  },
  {
    ...{ move: 'settle', icon: 'person', title: '自己来办', say: '记在您名下，到时间要有结果。' },
    ...{ label: '说一句', hint: '可以不写，比如 下午就去', needsWords: false },
    ...{ button: '我来办', busy: '正在记下…', done: '记在您名下了' },
  },
  {
    ...{ move: 'askBack', icon: 'wave', title: '问问提的人', say: '等回话的时候，办的时间停着不走。' },
    ...{ label: '问什么', hint: '比如 是几号楼的灯？', needsWords: true },
    ...{ button: '问一句', busy: '正在发…', done: '问出去了' },
  },
  {
    ...{
      move: 'escalate',
      icon: 'share',
      title: '报上一级',
      say: '小区报到社区，社区报到县里；写清为什么这里办不了。',
    },
    ...{ label: '为什么', hint: '比如 要改主线，社区没有权限', needsWords: true },
    ...{ button: '报上一级', busy: '正在报…', done: '报上去了' },
  },
  {
    ...{ move: 'return', icon: 'down', title: '退回下一级', say: '下面一级办得了的，写清怎么办再退回去。' },
    ...{ label: '为什么', hint: '比如 物业今天就能修', needsWords: true },
    ...{ button: '退回去', busy: '正在退…', done: '退回去了' },
  },
  {
    ...{ move: 'turnDown', icon: 'close', title: '办不了，说明白', say: '提的人会读到这几句；30 天里还可以要求重开。' },
    ...{ label: '为什么', hint: '说清为什么办不了，还能找谁', needsWords: true },
    ...{ button: '这样回复', busy: '正在回复…', done: '回复了' },
  },
]
export type { Way }
