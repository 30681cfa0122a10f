import { type Deed, type Memory, onAction, onCard, onPage, type Story } from './story'

const resident = '梁文娟'
const elder = '何玉珍'
const leader = '苏桂兰'
const worker = '邵丽萍'
const electrician = '秦卫东'

const desk = () => 'packages/desk/pages/desk/index'
const me = () => 'pages/me/index'
const chosen = ({ id }: Memory) => (id ? `packages/activity/pages/detail/index?id=${id}` : undefined)
const wishes = () => 'pages/wishes/index'
const near = () => 'packages/case/pages/near/index'
const inbox = () => 'packages/casedesk/pages/inbox/index'
const unitDesk = () => 'packages/casedesk/pages/unit/index?id=power'
const thisCase = ({ id }: Memory) => (id ? `packages/case/pages/case/index?id=${id}` : undefined)

/** A step ends when an activity is open; the story is about it from then on. */
function activity(deed: Deed, memory: Memory): boolean {
  if (!/activity\/pages\/detail/.test(deed.route ?? '')) return false
  memory.id = deed.query?.id ?? memory.id
  return true
}

/** A step ends when something was asked for; the story is about it from then on. */
const asked =
  (action: string) =>
  (deed: Deed, memory: Memory): boolean => {
    if (deed.action !== action) return false
    memory.id = String(deed.data?.id ?? '')
    return true
  }

/** A step ends when one of these moves was made; whoever skipped the asking may make it on another one. */
const moved =
  (...names: string[]) =>
  ({ action, input }: Deed, memory: Memory): boolean => {
    const { move } = (input?.move ?? {}) as { move?: string }
    if (action !== 'case.move' || !names.includes(move ?? '')) return false
    memory.id = String(input?.id ?? '')
    return true
  }

const signUp: Story = {
  title: '居民报名',
  line: '从首页到报上名，三下就够。',
  cast: [resident],
  steps: [
    {
      who: resident,
      say: '在首页找一场还有余席的活动，点开它。',
      why: '余席是现数的：别人刚占走的，这里马上就少一席。',
      done: activity,
    },
    {
      who: resident,
      say: '点「报名」，看看谁去，再点一次下面的按钮。',
      why: '家里人可以一起报：要么都报上，要么都不占。',
      done: onAction(/^activity\.join$/),
    },
    {
      who: resident,
      say: '点「看我的报名」，或者从「我的」里进去。',
      why: '来不了的时候在这里退，座位当场让给排队的人。',
      afterSkip: me,
      done: onPage(/activity\/pages\/mine/),
    },
  ],
  end: '报上了。最后一席也不会卖两次：两部手机同时抢，只有一部抢得到。',
}

const publish: Story = {
  title: '队长发活动、签到',
  line: '一分钟发出去，到了门口点个名。',
  cast: [leader, resident],
  steps: [
    {
      who: leader,
      say: '点「我的」，再点「队长台」。',
      why: '队长要做的事都在这一页，最急的在最上面。',
      done: onPage(/desk\/pages\/desk/),
    },
    {
      who: leader,
      say: '点「发一个活动」，选一个模板，点「发出去」。',
      why: '时间、地点、名额都先替她填好了，只要看一眼。',
      afterSkip: desk,
      done: (deed, memory) => {
        if (deed.action !== 'activity.publish') return false
        memory.id = String(deed.input?.id ?? '')
        return true
      },
    },
    {
      who: leader,
      say: '在活动页点右上角三个点，「转发给朋友」，选梁文娟，发送。',
      why: '一张卡片比一个通知管用：是熟人发来的。',
      afterSkip: chosen,
      done: onCard,
    },
    {
      who: resident,
      say: '卡片从上面掉下来了：点它，再点聊天里的卡片。',
      why: '不用找小程序，点开就是这场活动。',
      afterSkip: () => 'pages/home/index',
      done: activity,
    },
    {
      who: resident,
      say: '报个名。',
      why: '队长那边的名单会跟着变。',
      afterSkip: chosen,
      done: onAction(/^activity\.join$/),
    },
    {
      who: leader,
      say: '回到队长台，在今天的活动上点「点名」，把到了的人点一下。',
      why: '没有网络也能点：先记在手机里，连上了再交，只算一次。',
      at: desk,
      done: onAction(/^day\.merge$/),
    },
  ],
  end: '发出去、报上名、到了就点名。名单、时长和证明都从这里来。',
}

const grandma: Story = {
  title: '给婆婆报名',
  line: '儿媳发一张大字卡片，婆婆点一下「我去」。',
  cast: [resident, elder],
  needs: /elder\/pages\/card/,
  steps: [
    {
      who: resident,
      say: '在首页点开一场老人能去的活动。',
      why: '她替婆婆看看，不用自己报。',
      done: activity,
    },
    {
      who: resident,
      say: '点「给家里老人」，选您是她的什么人。',
      why: '卡片上是大字：什么事、后天上午几点、在哪、谁请的。',
      afterSkip: chosen,
      done: onAction(/^card\.make$/),
    },
    {
      who: resident,
      say: '点「转发给婆婆」，选何玉珍，发送。',
      why: '老人天天看微信，不用教她打开小程序。',
      done: onCard,
    },
    {
      who: elder,
      say: '卡片从上面掉下来了：点它，再点聊天里的卡片。',
      why: '这一页不用登录，不用填，只有大字和两个大按钮。',
      done: onPage(/elder\/pages\/card/),
    },
    {
      who: elder,
      say: '点「我去」。不想看字，可以点「念给我听」。',
      why: '座位留在她名下，用的是儿媳早就填好的。',
      done: onAction(/^card\.answer$/, ({ input }) => input?.yes === true),
    },
    {
      who: resident,
      say: '点「我的」，打开消息。',
      why: '老人一答，家里马上知道；到了、回来了，也会有一条。',
      afterSkip: me,
      done: onPage(/me\/pages\/messages/),
    },
  ],
  end: '老人没有填一个字，座位是她的，家里也知道了。',
}

const wish: Story = {
  title: '一个心愿走一圈',
  line: '有人说，有人接，办成了她来说一声。',
  cast: [resident, worker, leader],
  needs: /case\/pages\/ask/,
  steps: [
    {
      who: resident,
      say: '点「许个心愿」，选「微心愿」，写一句想有人教用手机挂号，发出去。',
      why: '写一句话就行，不用知道该归谁管；邻居看不到是谁提的。',
      at: wishes,
      done: asked('case.ask'),
    },
    {
      who: worker,
      say: '这是社区事务台：在新来的心愿上点「派单」，往下找到「请邻居认领」。',
      why: '最急的排在前面，到哪一天要有回音，写在每一件上。',
      at: inbox,
      done: moved('offer'),
    },
    {
      who: leader,
      say: '点开这个心愿，点「我来帮」，再点「接下来，我去」。',
      why: '接下以后才看得到在哪儿、怎么联系，门口还要对一下暗号。',
      at: near,
      done: moved('take'),
    },
    {
      who: leader,
      say: '帮完了，点「办好了」，写一句办成什么样。',
      why: '可以放一张照片；成效清单里看得到前后，看不到名字。',
      afterSkip: thisCase,
      done: moved('resolve'),
    },
    {
      who: resident,
      say: '点「好了，点头」，选满不满意，点「好了，办结」。',
      why: '办成没办成，由提的人来说；没好就退回去接着办，也数得清。',
      at: thisCase,
      done: moved('confirm', 'reopen'),
    },
  ],
  end: '从一句话到办成，每一步都有人、有日子，最后由她自己点头。',
}

const dispatch: Story = {
  title: '社区派单',
  line: '老人打来电话，社区记下，吹哨给单位，办完再问一声。',
  cast: [worker, electrician],
  needs: /casedesk\/pages\/inbox/,
  steps: [
    {
      who: worker,
      say: '点「我的」，再点「社区事务台」。',
      why: '过期的是红的，先看见的就是它。',
      done: onPage(/casedesk\/pages\/inbox/),
    },
    {
      who: worker,
      say: '点「电话登记」，替打电话来的老人记下：路灯不亮了。选「诉求吹哨」「路灯」，写上在哪儿，点「记下」。',
      why: '没有微信的老人，一个电话就够，和自己提的走一样的路。',
      afterSkip: inbox,
      done: asked('case.enter'),
    },
    {
      who: worker,
      say: '点「现在就派单」，选「县供电所」，再点「派给 县供电所」。',
      why: '最合适的排在前面，每一家都写着为什么。',
      afterSkip: inbox,
      done: moved('dispatch'),
    },
    {
      who: electrician,
      say: '这是单位事务台：点「接单」。办不了就点「退单」，写上为什么。',
      why: '到时间没有人回话，会自己报到上一级，一级一级都记着。',
      at: unitDesk,
      done: moved('accept'),
    },
    {
      who: electrician,
      say: '点开这一件，点「办好了」，写一句办成什么样。',
      why: '办完不算完，还要有别人去问一声。',
      at: thisCase,
      done: moved('resolve'),
    },
    {
      who: worker,
      say: '点「问满不满意」，打个电话，照本人说的记下。',
      why: '谁办的谁不能问：满意度要由别的人来问。',
      at: thisCase,
      done: moved('score'),
    },
  ],
  end: '一个电话，一张派单，一声回访。没有哪一步是没有人管的。',
}

/** The stories, in the order in which they are offered. */
export const stories: readonly Story[] = [signUp, publish, grandma, wish, dispatch]
