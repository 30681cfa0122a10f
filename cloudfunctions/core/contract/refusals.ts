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
  'access.too_often': (f) => ({
    why: '点得太快了，一下子忙不过来',
    next: `歇${f.seconds ?? 60}秒再点，刚才填的都还在`,
  }),
  'access.too_many_numbers': (f) => ({
    why: '这一会儿看过的电话太多了，先停一停',
    next: `${f.minutes ?? 60}分钟后再看；急用的话，请社区的同事帮着查`,
  }),
  'access.too_many_guesses': (f) => ({
    why: '这几个链接或码都用不了',
    next: `约 ${f.minutes ?? 60} 分钟后再试；着急的话，请给您的人打电话问问`,
  }),
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
  'activity.needs_unit': () => ({ why: '这场要先选一个岗位或时段', next: '选好一个，再点一次报名' }),
  'activity.unit_gone': () => ({ why: '这个岗位或时段刚刚撤掉了', next: '往下拉一拉，另选一个' }),
  'activity.unit_taken': (f) => ({
    why: `${f.name ?? '有一位'}已经报了这场的另一个岗位或时段`,
    next: '想换的话，先退掉那一个再报',
  }),
  'activity.unit_taken_by_people': (f) => ({
    why: `「${f.unit ?? '这个岗位'}」已经有人报了，不能撤`,
    next: '先打电话商量好，在名单里帮他们退掉，再来改',
  }),
  'activity.units_outside': () => ({ why: '有岗位或时段不在活动的时间里', next: '把它的时间挪到活动开始和结束之间' }),
  'activity.draw_or_approval': () => ({ why: '抽签和您点头只能选一样', next: '要抽签，就关上「每位都要您点头」' }),
  'activity.draw_first': (f) => ({
    why: `这场 ${f.at ?? '到时候'} 抽签，抽之前谁都还没定`,
    next: '等抽完签再看名单',
  }),
  'activity.draw_after_start': () => ({ why: '抽签时间要在报名截止之后、活动开始之前', next: '换一个抽签时间' }),
  'activity.age': (f) => ({
    why: `这场请${f.ages ?? '别的年龄'}的人参加${f.name ? `，${f.name}还不合适` : ''}`,
    next: callLeader(f),
  }),
  'activity.age_unknown': (f) => ({
    why: `这场要看年龄，还不知道${f.name ?? '您'}的出生年月`,
    next: '在「我的家人」里填上出生年月再报；给自己报请打给队长',
  }),
  'activity.month_limit': (f) => ({
    why: `${f.name ?? '您'}这个月已经报了${f.team ?? '本队'} ${f.limit ?? ''} 场，名额想留给还没来过的邻居`,
    next: callLeader(f),
  }),
  'activity.answers_missing': (f) => ({ why: `「${f.label ?? '有一项'}」还没有填`, next: '填好了再点一次报名' }),
  'activity.guardian_needed': () => ({ why: '孩子参加要监护人同意', next: '请勾上「我是监护人，同意参加」再报' }),
  'activity.party_too_large': (f) => ({
    why: `你们是 ${f.party ?? ''} 个人，这里一共只有 ${f.seats ?? ''} 席`,
    next: '分开报，或者打给队长商量',
  }),
  'family.not_yours': (f) => ({
    why: f.entered
      ? `${f.entered}的档案是家里人记的`
      : f.name
        ? `现在不由您替${f.name}报名`
        : '这位家人的档案不在您这里',
    next: f.entered
      ? '请照管的家人来办'
      : f.name
        ? '请本人，或者当初同意记下的家人在「我的家人」里改'
        : '请照管的家人邀请您一起照管',
  }),
  'family.too_many': () => ({ why: '最多记十位家人', next: '先放下一位不用再代报的，再添新的' }),
  'family.consent_needed': () => ({ why: '要先征得本人或监护人同意，才能记下', next: '问过以后勾上同意，再保存' }),
  'family.born_needed': () => ({ why: '孩子要填出生年月', next: '选一下出生的年和月，好知道要不要监护人同意' }),
  'family.invite_over': () => ({ why: '这份邀请已经用过或者过期了', next: '请家人再发一次邀请' }),
  'family.last_keeper': () => ({ why: '现在只有您一位在照管', next: '先邀请另一位家人，或者选「收回同意并删除」' }),
  'family.given_by_other': (f) => ({
    why: `当初是${f.name ?? '另一位家人'}同意记下的，要由${f.name ?? '这位家人'}来删`,
    next: '您自己不想再照管，可以选「不再照管」',
  }),
  'family.rights_of_other': ({ by }) => ({
    why:
      by === 'trial'
        ? '这个微信连上满七天，才能改谁来帮忙'
        : `这要由${by === 'self' ? '本人在自己的微信上' : by === 'station' ? '社区按本人的意思' : '当初同意记下的家人'}来改`,
    next: by === 'family' ? '请那位家人在「我的家人」里改，或者打给社区' : '等不及的话，打给社区',
  }),
  'family.self_taken': () => ({ why: '这份档案已经是另一个微信的了', next: '要是弄错了，请打给社区，帮您改过来' }),
  'family.self_ended': () => ({
    why: '这个微信已经从这份档案上去掉了',
    next: '要是弄错了，请家里人邀请您一起照管，或者打给社区',
  }),
  'card.over': () => ({ why: '这张卡片过期了，或者收回了', next: '请家里人再发一张，或者打电话问问' }),
  'card.answered': () => ({
    why: '这张卡片已经有人答过了',
    next: '想改的话，请用答的那部手机，或者请发卡片的家里人改',
  }),
  'card.not_for_children': () => ({ why: '孩子的名字要由监护人来报', next: '请直接点「报名」，选上孩子' }),
  'people.still_leads': (f) => ({
    why: `您还带着${f.team ? `「${f.team}」` : '队伍'}`,
    next: '先请社区定下新队长，再来注销',
  }),
  'people.works_here': () => ({ why: '您的微信还登记为社区工作者', next: '先请县里去掉您的工作身份，再来注销' }),
  'family.not_claimable': () => ({ why: '这条记录和您的称呼、电话对不上', next: '请队长看看当时登记的名字和电话' }),
  'family.claim_waits': () => ({ why: '这条记录已经有人在认领，正等队长看', next: '要是您本人，请打给队长说一声' }),
  'family.claim_declined': () => ({
    why: '队长看过，这条记录对不上您',
    next: '要是弄错了，请当面或者打电话跟队长说，过几天可以再认领',
  }),
  'family.claim_over': () => ({ why: '这份认领已经有了答复，或者收回了', next: '往下拉一拉，看看现在的' }),
  'family.claim_own': () => ({ why: '自己的认领要另一个人来看', next: '请另一位队长或社区工作者来看' }),
  'series.no_meeting': () => ({ why: '这样排，一场都没有', next: '看看日期和星期，或者少去掉几天' }),
  'series.too_many': () => ({ why: '一个系列最多排 60 场', next: '把结束的日期提前，办完再续' }),
  'series.over': () => ({ why: '这个系列已经办完了', next: '看看别的活动' }),
  'day.too_early': (f) => ({
    why: `还没到签到的时候，${f.opens ?? '开始前一小时'}起可以签到`,
    next: '到了再来，名单都在',
  }),
  'day.code_over': () => ({ why: '这个码过时了', next: '看着队长手机上现在的码再扫一次，照片和转发的不管用' }),
  'day.code_used': () => ({ why: '这个码您已经用过了', next: '您已经签到，不用再扫；有疑问问问现场的队长' }),
  'day.code_unknown': () => ({ why: '这不是签到的码', next: '请扫队长手机上的签到码' }),
  'day.not_on_roster': (f) => ({
    why: `您没有报「${f.title ?? '这场活动'}」`,
    next: '请现场的队长帮您登记，一样可以参加',
  }),
  'day.not_in_yet': () => ({ why: '您还没有签到，先不能签退', next: '请现场的队长帮您补签到' }),
  'day.not_begun': () => ({ why: '活动还没有开始', next: '开始以后再确认谁来了' }),
  'day.settled': () => ({ why: '这场的签到和时长已经确认过了', next: '要改时长，请用「更正」，由另一位负责人同意' }),
  'day.rows_missing': (f) => ({ why: `还有 ${f.count ?? '几'} 位没有确认`, next: '把他们也定下来，再点确认' }),
  'hours.not_confirmed': () => ({ why: '这一条时长还没有确认过', next: '先在「当天」里确认时长' }),
  'hours.too_many': (f) => ({
    why: `有一位的时长超过了计划${f.most ? `，最多记${f.most}` : ''}`,
    next: '计划加一小时以内可以直接确认；真的更久，确认以后用「更正」，由另一位负责人同意',
  }),
  'hours.same': () => ({ why: '和现在的时长一样', next: '填上要改成的时长' }),
  'hours.asked_already': () => ({ why: '这一条已经有更正在等同意', next: '等另一位负责人看过再说' }),
  'hours.second_person': () => ({ why: '更正要另一个人同意', next: '请另一位队长或社区工作者来看' }),
  'hours.decided': () => ({ why: '这条更正已经有人定了', next: '往下拉一拉，看看结果' }),
  'hours.moved_on': () => ({ why: '这一条时长后来又变了', next: '按现在的时长重新提一次更正' }),
  'certificate.no_hours': () => ({ why: '这段时间里没有确认过的时长', next: '换一段时间；时长有疑问，请问队长' }),
  'certificate.too_long': () => ({ why: '一份证明最多写 200 次服务', next: '分成两段时间，各开一份' }),
  'recap.not_over': () => ({ why: '活动还没有办完', next: '办完再来写总结' }),
  'recap.not_your_picture': () => ({ why: '有一张图片不是这场活动的', next: '去掉它，重新选一次' }),
  'recap.did_not_come': () => ({ why: '只有来过的人才能评', next: '要是您来了却没有记上，请打给队长' }),
  'file.nobody': () => ({ why: '名单里还没有人', next: '有人报名以后再来导出' }),
  'team.already_member': () => ({ why: '您已经是这支队伍的队员了', next: '在「我的」里可以看到队伍的活动' }),
  'team.not_applied': () => ({ why: '这份申请已经不在了', next: '往下拉一拉，看看最新的名单' }),
  'case.no_service': () => ({ why: '这里还没有这项服务', next: '换一项试试，或者打给社区' }),
  'case.topic_needed': () => ({ why: '还没选是哪一类事', next: '选一类，好找对的人来办' }),
  'case.answers_missing': (f) => ({ why: `「${f.label ?? '有一项'}」还没有填`, next: '填好了再点一次' }),
  'case.goods_needed': () => ({ why: '还没写要买什么', next: '写上一样两样，帮忙的人才好去买' }),
  'case.day_full': (f) => ({ why: `${f.day ?? '这一天'}已经约满了`, next: '换一天，或者打给社区' }),
  'case.day_over': () => ({ why: '这一天约不了', next: '往下拉一拉，选一个还能约的日子' }),
  'case.place_needed': () => ({ why: '还不知道在哪儿', next: '选一下小区，再写上几号楼或者旁边有什么' }),
  'case.too_many': (f) => ({
    why: `您还有 ${f.count ?? '好几'} 件事正在办`,
    next: '等办好一两件再说新的；急事请直接打给社区',
  }),
  'case.not_your_picture': () => ({ why: '有一张图片不是这次传的', next: '去掉它，重新选一次' }),
  'case.no_professional': () => ({ why: '这个社区还没有能接这件事的人', next: '请打给社区，帮您找' }),
  'case.not_now': (f) => ({
    why: f.state ? `这件事现在是「${f.state}」，这一步做不了` : '这件事刚刚有了变化，这一步做不了',
    next: '往下拉一拉，看看现在到哪一步了',
  }),
  'case.taken': () => ({ why: '刚刚有邻居接下了', next: '谢谢您，看看还有没有别的' }),
  'case.too_many_taken': (f) => ({
    why: `您手上已经有 ${f.count ?? '好几'} 件了`,
    next: '办好一件再接下一件，也给别的邻居留一件',
  }),
  'case.over': () => ({ why: '这件事已经办完了', next: '还有没办好的，请提出的人点「还没好」' }),
  'case.not_yours': () => ({ why: '这一步不由您来做', next: '看看现在是谁在办，可以打给他们' }),
  'case.doer_cannot_ask': () => ({ why: '办事的人不能自己来问满不满意', next: '请另一位同事打电话或者上门问一问' }),
  'case.money_open': (f) => ({
    why: `账还没有平，差 ${f.yuan ?? ''} 元`,
    next: '记下买东西的小票，把找的零钱还了再办结',
  }),
  'case.too_much_spent': (f) => ({
    why: `手上只有 ${f.yuan ?? ''} 元，这一笔多了`,
    next: '看看小票上的数；垫了钱的话，请社区帮着补上',
  }),
  'case.agreement_missing': () => ({ why: '协议还没有都同意', next: '请双方在各自手机上点「同意」，或者当面再谈谈' }),
  'case.picture_needed': () => ({ why: '还没有办好以后的照片', next: '拍一张再办结，好让大家看得见' }),
  'case.no_such_unit': () => ({ why: '没有找到这个单位', next: '往下拉一拉，重新选一个' }),
  'case.too_long_ago': () => ({ why: '办完已经超过 30 天了', next: '请重新提一次，写上以前的编号' }),
  'case.too_many_words': () => ({ why: '这件事已经说了很多条了', next: '请打电话说，办的人会记下来' }),
  'case.cannot_merge': () => ({ why: '这两件事不能合在一起', next: '只能合进同一个社区、还在办的同一类事' }),
  'case.top_level': () => ({ why: '已经到县里了，不能再往上报', next: '请县里的同事直接派给单位' }),
  'resource.ends_in_past': () => ({ why: '到期的日子已经过去了', next: '换一个以后的日子' }),
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
