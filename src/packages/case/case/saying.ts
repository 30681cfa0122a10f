// What is asked for with each move that takes words: heads, fields, quick reasons, buttons. Says nothing of any service.
import type { MoveName } from '@core/contract'
import type { Question } from '@/device'

/** The moves that need nothing but words, and pictures where they help. */
export type Worded = Extract<
  MoveName,
  | 'say'
  | 'look'
  | 'askBack'
  | 'reply'
  | 'offer'
  | 'giveBack'
  | 'accept'
  | 'decline'
  | 'settle'
  | 'escalate'
  | 'return'
  | 'clearMoney'
  | 'propose'
  | 'resolve'
  | 'reopen'
  | 'makeGood'
  | 'turnDown'
  | 'withdraw'
>

/** A sheet that asks for words. */
export interface Saying {
  title: string
  /** What the words are for, and who reads them. */
  say: string
  label: string
  hint: string
  most: number
  /** Said when nothing was written; missing where nothing needs to be. */
  needed?: string
  /** Words that come up again and again; a tap fills one in. */
  quick?: readonly string[]
  /** What is to be seen on the pictures; missing where there are none. */
  pictures?: string
  send: string
  sending: string
  /** Asked once more, since it cannot be taken back. */
  sure?: Question
  /** It ends something: not in pine. */
  isEnd?: boolean
}

const usual = { label: '说一句', most: 300 } as const

/** Every such sheet, by its move. */
export const sayings: Record<Worded, Saying> = {
  say: {
    ...usual,
    title: '再说两句',
    say: '办的人看得到。',
    hint: '比如 今天又去看了看，还是不亮',
    needed: '写一两句再发',
    pictures: '照片，可以不放',
    send: '发出去',
    sending: '正在发…',
  },
  look: {
    ...usual,
    title: '看过现场',
    say: '看到什么就写什么，提的人看得到。',
    hint: '比如 60 米的巷子，要 5 盏灯',
    needed: '写一句看到了什么',
    pictures: '现场照片',
    send: '记下',
    sending: '正在记…',
  },
  askBack: {
    ...usual,
    title: '有一点要问清楚',
    say: '问了以后，办的时间先停着，等对方回话再接着算。',
    label: '问什么',
    hint: '比如 是几单元门口',
    needed: '写上想问什么',
    quick: ['具体在哪儿，旁边有什么', '什么时候方便上门', '能拍张照片吗'],
    send: '问一声',
    sending: '正在发…',
  },
  reply: {
    ...usual,
    title: '回一句',
    say: '回了话，办的时间接着算。',
    hint: '问什么答什么就好',
    needed: '写一句再发',
    pictures: '照片，可以不放',
    send: '回话',
    sending: '正在发…',
  },
  offer: {
    ...usual,
    title: '请邻居来接',
    say: '附近的志愿者看得到这件事，看不到是谁提的。',
    hint: '要嘱咐的，可以不写',
    send: '让邻居看见',
    sending: '正在发…',
  },
  giveBack: {
    ...usual,
    title: '来不了了',
    say: '退回去，好让别人接。等的人会收到消息和您写的话。',
    label: '为什么',
    hint: '自己写一句',
    needed: '写一句为什么，等的人会看到',
    quick: ['临时有事，来不了', '这件事我做不来', '时间对不上'],
    send: '退回去',
    sending: '正在退…',
    sure: { title: '退回去？', body: '退了以后，别人可以接。', yes: '退回去', no: '还是我来' },
    isEnd: true,
  },
  accept: {
    ...usual,
    title: '接单',
    say: '接了就开始算办的时间。',
    hint: '什么时候来、谁来，可以不写',
    quick: ['今天就来看', '明天上午来看', '先打电话问问'],
    send: '接单',
    sending: '正在接…',
  },
  decline: {
    ...usual,
    title: '接不了',
    say: '退给派单的人，再找别的单位。原因会留在上面。',
    label: '为什么',
    hint: '自己写一句',
    needed: '写一句为什么接不了',
    quick: ['不归我们管', '没有这样的人手或材料', '这个时间赶不及'],
    send: '退单',
    sending: '正在退…',
    isEnd: true,
  },
  settle: {
    ...usual,
    title: '我来办',
    say: '由您来办，接着算办的时间。',
    hint: '打算怎么办，可以不写',
    send: '我来办',
    sending: '正在记…',
  },
  escalate: {
    ...usual,
    title: '报给上一级',
    say: '这里办不了，请上一级来定。',
    label: '为什么',
    hint: '自己写一句',
    needed: '写一句为什么这里办不了',
    quick: ['要上面出面协调', '要花的钱超出这里的', '牵涉到别的社区'],
    send: '往上报',
    sending: '正在报…',
  },
  return: {
    ...usual,
    title: '退回下一级',
    say: '能在下面办的，就在下面办。',
    label: '为什么',
    hint: '自己写一句',
    needed: '写一句为什么退回',
    quick: ['这件事小区里就能办', '请先到现场看一看'],
    send: '退回去',
    sending: '正在退…',
  },
  clearMoney: {
    ...usual,
    title: '把账记平',
    say: '收着钱的人联系不上了，才用这一步。没有还的钱记在这里，事情回到社区，再请别人。',
    label: '问过谁，钱怎么办',
    hint: '比如 打了三次电话都不通，钱由社区垫上',
    needed: '写一句问过谁、钱怎么办，提的人会看到',
    quick: ['打了几次电话都不通，钱由社区垫上', '两位都注销了，钱由社区垫上'],
    send: '记平，事情回到社区',
    sending: '正在记…',
    sure: {
      title: '还没有还的钱，不再等了？',
      body: '这笔钱不会自己回来。原因、数目和是谁记的都会留下，提的人马上收到。',
      yes: '记平',
      no: '再问问',
    },
    isEnd: true,
  },
  propose: {
    title: '写协议',
    say: '写好了，双方和您都点同意才算数；再改就要重新同意。',
    label: '协议',
    hint: '一条一条写，谁做什么、到什么时候',
    most: 1000,
    needed: '先写上商量好的话',
    send: '请双方来看',
    sending: '正在发…',
  },
  resolve: {
    ...usual,
    title: '办好了',
    say: '写一句办成什么样，提的人点了头才算。',
    hint: '比如 5 盏灯都装好了，天一黑就亮',
    needed: '写一句办成了什么样',
    pictures: '办好以后的照片',
    send: '记下，等对方点头',
    sending: '正在记…',
  },
  reopen: {
    ...usual,
    title: '还没好',
    say: '会退回去接着办，也算一次重开。',
    label: '哪里没好',
    hint: '自己写一句',
    needed: '写一句哪里还没好',
    quick: ['没办完', '又坏了', '没有人来过'],
    pictures: '照片，可以不放',
    send: '退回去接着办',
    sending: '正在退…',
  },
  makeGood: {
    ...usual,
    title: '回访好了',
    say: '问过本人、补上了，写一句是怎么补的。',
    hint: '比如 上门看过，重新接好了',
    needed: '写一句是怎么补好的',
    send: '记下，办结',
    sending: '正在记…',
  },
  turnDown: {
    ...usual,
    title: '没法办',
    say: '说清楚为什么，提的人会看到；还不同意，可以让事情重开。',
    label: '为什么',
    hint: '自己写一句',
    needed: '写一句为什么没法办',
    quick: ['按规定不能办', '已经有别的安排', '联系不上提的人'],
    send: '没法办，告诉提的人',
    sending: '正在记…',
    sure: { title: '这件事没法办？', body: '提的人会收到您写的原因。', yes: '没法办' },
    isEnd: true,
  },
  withdraw: {
    ...usual,
    title: '不用办了',
    say: '正在办的人会马上知道。',
    label: '为什么',
    hint: '可以不写',
    quick: ['已经好了', '自己想办法了', '写错了'],
    send: '收回来',
    sending: '正在收…',
    sure: {
      title: '收回来，不用办了？',
      body: '收回以后不能恢复，想办可以再提一次。还有别的邻居在等的，会接着办。',
      yes: '收回来',
      no: '还是办',
    },
    isEnd: true,
  },
}

/** Whether a move is one of those that take words. */
export const isWorded = (move: string): move is Worded => move in sayings
