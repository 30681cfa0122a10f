import type { Refusal } from './wire'

type Facts = Readonly<Record<string, string | number>>
/** Each sentence says why, what next, and, where one is left helpless, who can help. */
type Sentence = (facts: Facts) => { why: string; next: string }

const callLeader = (f: Facts) =>
  f.contactPhone ? `有事打给${f.contactName ?? '队长'}：${f.contactPhone}` : '有事问问队长'

/** Every expected no of the system and the words in which a person reads it. */
export const refusals = {
  'access.denied': () => ({ why: '这件事要由负责的人来办', next: '需要的话，请社区帮您转给他们' }),
  'access.gone': () => ({ why: '没找到，可能已经撤下了', next: '回到上一页，往下拉一拉再看看' }),
  'access.profile_missing': () => ({ why: '还不知道怎么称呼您', next: '先在「我的」里填上称呼，再来一次' }),
  'content.risky': () => ({ why: '这段话没有通过内容检查', next: '换个说法再试；实在不行，请打给社区' }),
  'content.unchecked': () => ({ why: '内容检查暂时没有回应，还没有发出去', next: '写的都还在，过一会儿再点一次' }),
  'activity.not_open_yet': (f) => ({ why: `还没到报名时间，${f.opens ?? ''}开始报`, next: '到时候再来，早晚都看得到' }),
  'activity.closed': (f) => ({ why: '报名已经截止了', next: callLeader(f) }),
  'activity.called_off': (f) => ({ why: `这场活动不办了${f.reason ? `：${f.reason}` : ''}`, next: '看看这周别的活动' }),
  'activity.over': () => ({ why: '这场活动已经办完了', next: '看看接下来的活动' }),
  'activity.line_full': (f) => ({ why: '名额和候补都满了', next: callLeader(f) }),
  'activity.community_only': (f) => ({
    why: `这场只接待${f.community ?? '本社区'}的居民`,
    next: `住在这里的话，先到「我的」里改一下社区。${callLeader(f)}`,
  }),
  'activity.members_only': (f) => ({
    why: `这场只请${f.team ?? '本队'}的队员参加`,
    next: '先申请加入这支队伍，队长同意后就能报',
  }),
  'activity.too_late_to_leave': (f) => ({
    why: '已经过了可以自己取消的时间',
    next: `来不了请告诉队长，好把座位让给别人。${callLeader(f)}`,
  }),
  'activity.not_signed_up': () => ({ why: '您没有报这场活动', next: '想来的话，现在就可以报' }),
  'activity.nothing_to_answer': () => ({ why: '这个座位已经不用确认了', next: '看看「我的报名」里现在的情况' }),
  'activity.changed_meanwhile': () => ({ why: '这场活动刚刚被别人改过', next: '重新打开看看，再改您要改的' }),
  'activity.not_a_draft': () => ({ why: '这场活动已经发出去了', next: '请用「修改」，已经报名的人会收到通知' }),
  'activity.starts_in_past': () => ({ why: '开始时间已经过去了', next: '换一个以后的时间' }),
  'activity.ends_before_start': () => ({ why: '结束时间在开始之前', next: '把结束时间往后调' }),
  'activity.too_long': () => ({ why: '一场活动最长一天', next: '要办几天的，每天发一场' }),
  'activity.closes_after_end': () => ({ why: '报名截止比活动结束还晚', next: '把截止时间往前调' }),
  'activity.opens_after_close': () => ({ why: '开始报名比截止还晚', next: '把开始报名的时间往前调' }),
  'activity.too_many_drafts': () => ({ why: '草稿太多了', next: '先发出或删掉几份旧的草稿' }),
  'team.already_member': () => ({ why: '您已经是这支队伍的队员了', next: '在「我的」里可以看到队伍的活动' }),
  'team.not_applied': () => ({ why: '这份申请已经不在了', next: '往下拉一拉，看看最新的名单' }),
  'team.last_leader': () => ({ why: '一支队伍总得有一位队长', next: '先请社区定下新队长' }),
} satisfies Record<string, Sentence>

export type RefusalCode = keyof typeof refusals

/** Makes a refusal; facts fill its sentence and never carry personal data of others. */
export function refuse<C extends RefusalCode>(refused: C, facts: Facts = {}): Refusal<C> {
  return { refused, facts }
}

/** True for a value that is a refusal, so that rules can return either. */
export function isRefusal(value: unknown): value is Refusal<RefusalCode> {
  return typeof value === 'object' && value !== null && 'refused' in value && 'facts' in value
}

/** The words in which a person reads a refusal; an unknown code of a newer cloud gets a plain one. */
export function sentence(refusal: Refusal): { why: string; next: string } {
  const say = (refusals as Record<string, Sentence>)[refusal.refused]
  return say ? say(refusal.facts) : { why: '这次没有办成', next: '过一会儿再试，或者打给社区' }
}
