// Every field of text that any action answers, by who may read what stands in it. `**` is everything below.
// A field that is not here fails the test beside it: whoever adds one says who may see it.

/**
 * `open`: anybody, and nothing about a person in it. `own`: the caller, those she keeps, and those who keep them with her.
 * `told`: what she was told, by name of whom it is about. `desk`: those who run the activity or the team it is about.
 * `elders`: those who work for the community of the elder. `inside`: those to whom the case belongs, has come, or at whose
 * desk it lies. `case`: what domain/case-sight leaves of it for whoever sees the case, words and where it is. `sent`:
 * whoever was handed the card or the token. `masked`: anybody, and nothing whole in it.
 */
export type Class = 'open' | 'own' | 'told' | 'desk' | 'elders' | 'inside' | 'case' | 'sent' | 'masked'
type Seen = Partial<Record<Class, string>>

const under = (at: string, seen: Seen): Seen =>
  Object.fromEntries(
    Object.entries(seen).map(([each, paths]) => [
      each,
      paths
        .split(' ')
        .map((path) => `${at}.${path}`)
        .join(' '),
    ]),
  )
const also = (...all: Seen[]): Seen => {
  const classes = [...new Set(all.flatMap((seen) => Object.keys(seen)))] as Class[]
  return Object.fromEntries(classes.map((each) => [each, all.flatMap((seen) => seen[each] ?? []).join(' ')]))
}

const open = (paths: string): Seen => ({ open: paths })
const card: Seen = {
  open: 'id title teamId teamName communityId communityName placeName reason seriesId ourUnits.*.id ourUnits.*.name',
  own: 'mine.unit ours.*.id ours.*.called ours.*.mine.unit',
}
const form = 'questions.*.id questions.*.label questions.*.options.* units.*.id units.*.name units.*.skills'
const placed = 'place.id place.name place.address bring.* contact.name contact.phone'
const page = also(card, {
  open: `intro ${placed} ${form}`,
  masked: 'faces.*',
  own: 'clashes.*.id clashes.*.title people.*.id people.*.name people.*.called people.*.mine.unit people.*.no.refused people.*.no.facts.* people.*.clash people.*.missed.title',
})
const me: Seen = {
  own: 'id name communityId roles.** leads.** memberOf.**',
  masked: 'phone',
  open: 'communities.** templates.*',
}
const kept: Seen = {
  own: 'id name called born keepers.*.id keepers.*.name keepers.*.as station consent.by',
  masked: 'phone',
}
const elder: Seen = {
  elders: 'id name phone keepers.*.id keepers.*.name keepers.*.as consent.by coming.*.activityId coming.*.title',
}
const onTheDay: Seen = { desk: 'personId name phone phoneOf broughtBy unit' }
const toCall: Seen = { desk: 'personId name phone phoneOf say' }
const correction: Seen = { desk: 'id activityId title day personId name reason askedBy decidedBy' }
const proof: Seen = {
  own: 'id number code name from to issuer revokedWhy lines.*.day lines.*.title lines.*.teamName lines.*.place',
}
const recap: Seen = { open: 'activityId words thanks pictures.*.fileId', desk: 'ratings.words.*' }
const file: Seen = { own: 'id name url' }
const facts = under('facts', open(`id title teamName unit ${placed} reason`))
const opened = also(facts, { sent: 'from.as from.name called mine.unit' })
const kase: Seen = {
  case: 'title place last',
  open: 'id service topic compoundId owner project.id project.title project.day before after',
  inside: 'asker',
}
const view = also(kase, {
  case: 'words steps.*.to steps.*.words',
  open: 'steps.*.move may.* units.*.id units.*.name mergedInto',
  inside:
    'answers.*.label answers.*.value answers.*.phone steps.*.who steps.*.pictures.*.url contact.name contact.phone askerContact.name askerContact.phone alsoToCall.*.name alsoToCall.*.phone units.*.person units.*.phone units.*.people.*.id units.*.people.*.name units.*.people.*.title helpers.*.name helpers.*.team helpers.*.phone doorWord goods.*.what agreement.words agreement.agreed.* agreement.missing.* agreement.onPaper.*.name partyToken score.words',
})
const cases = also(under('items.*', kase), open('next'))
const resource = open('id communityId partnerId partner title words phone agreement')
const project = open('id kind title words communityId teamId team days.*.day')
const check = open('id broken.*.rule examples.*.rule examples.*.id')

/** The table, by name of the action; those that answer numbers alone are not in it. */
export const seen: Readonly<Record<string, Seen>> = {
  'people.me': me,
  'people.save': me,
  'people.messages': {
    told: 'items.*.title items.*.body',
    own: 'items.*.id items.*.kind items.*.about items.*.page next',
  },
  'people.data': { own: 'items.*.what items.*.unit stays.*.what stays.*.why leads.*' },
  'activity.list': also(under('items.*', card), open('next week.*.day')),
  'activity.get': page,
  'activity.join': { own: 'mine.unit parts.*.personId parts.*.mine.unit' },
  'activity.answer': { own: 'mine.unit' },
  'activity.mine': also(under('items.*', card), open('next')),
  'activity.desk': also(...['drafts.*', 'past.*', 'coming.*'].map((at) => under(at, card)), {
    desk: 'teams.*.id teams.*.name teams.*.communityId askedIn callsIn',
  }),
  'activity.draft': open('id'),
  'activity.publish': open('id'),
  'activity.edit': also(under('page', page), open('changed.*')),
  'activity.form': also(under('form', open(`teamId template title intro ${placed} ${form}`)), open('state')),
  'activity.roster': also(
    under('card', card),
    under('items.*', { desk: 'personId name phone phoneOf unit party.* broughtBy answers.* missed.title' }),
    under('form', open(form)),
    { desk: 'next' },
  ),
  'place.list': open('items.*.id items.*.name items.*.address items.*.hours items.*.phone next'),
  'team.list': open(
    'colours.*.teams.*.id colours.*.teams.*.name colours.*.teams.*.communityId colours.*.teams.*.communityName',
  ),
  'team.get': also(
    under('past.*', card),
    under('next.*', card),
    open('id name communityId communityName intro leaderName phone'),
  ),
  'team.members': { desk: 'items.*.personId items.*.name items.*.phone items.*.words next' },
  'family.list': under('items.*', kept),
  'family.save': kept,
  'family.invite': { own: 'token' },
  'family.preview': { masked: 'name from' },
  'family.accept': kept,
  'family.rights': under('item', kept),
  'family.claimable': { own: 'items.*.id items.*.name' },
  'family.claims': { desk: 'items.*.id items.*.by items.*.name items.*.team next', masked: 'items.*.phone' },
  'activity.enter': { desk: 'items.*.name items.*.personId' },
  'activity.draw': open('commitment seed'),
  'series.create': open('id'),
  'series.get': also(
    under('items.*', card),
    open(`id title teamId teamName rule.from rule.to rule.skip.* next ${form}`),
    { own: 'regulars.*' },
  ),
  'series.join': { own: 'items.*.activityId items.*.mine.unit items.*.refused' },
  'day.sheet': also(under('card', card), under('items.*', onTheDay), { desk: 'units.*.id units.*.name next' }),
  'day.merge': also(under('results.*.row', onTheDay), { desk: 'results.*.key' }),
  'day.codes': { desk: 'codes.*.text' },
  'day.scan': { own: 'activityId title people.*.id people.*.name' },
  'day.pass': also(under('card', card), { own: 'passes.*.personId passes.*.name passes.*.unit passes.*.text' }),
  'hours.mine': {
    own: 'personId name items.*.id items.*.activityId items.*.title items.*.teamName items.*.day items.*.reason',
  },
  'hours.correct': { desk: 'correctionId' },
  'hours.corrections': also(under('items.*', correction), { desk: 'next' }),
  'hours.decide': correction,
  'certificate.issue': proof,
  'certificate.list': under('items.*', proof),
  'certificate.code': { own: 'png' },
  'certificate.verify': { sent: 'number from to issuer', masked: 'name' },
  'recap.get': recap,
  'recap.save': recap,
  'activity.code': open('png'),
  'file.roster': { desk: 'id name url' },
  'file.certificate': file,
  'file.passes': file,
  'file.state': file,
  'file.run': file,
  'card.make': also(facts, { own: 'token called as' }),
  'card.open': opened,
  'card.answer': opened,
  'card.accept': opened,
  'card.sent': { own: 'items.*.wardId items.*.called' },
  'reach.list': also(under('card', card), under('items.*', toCall), {
    desk: 'notices.*.notice notices.*.title notice say next',
  }),
  'reach.tick': under('row', toCall),
  'station.elders': also(under('items.*', elder), { elders: 'next' }),
  'station.enter': elder,
  'station.invite': { elders: 'token' },
  'station.keeper': elder,
  'case.ask': { own: 'id' },
  'case.enter': { inside: 'id' },
  'case.similar': under('items.*', kase),
  'case.list': cases,
  'case.mine': cases,
  'case.near': cases,
  'case.party': view,
  'case.get': view,
  'case.move': view,
  'case.inbox': also(cases, open('compounds.*.id compounds.*.name')),
  'case.unit': also(cases, open('name')),
  'case.county': also(cases, open('communities.*.id communities.*.name')),
  'case.matches': also(under('same.*', kase), {
    inside:
      'units.*.id units.*.name units.*.kind units.*.why.* units.*.people.*.id units.*.people.*.name units.*.people.*.title projects.*.id projects.*.title projects.*.team projects.*.why.* resources.*.id resources.*.title resources.*.partner resources.*.phone resources.*.why.*',
  }),
  'case.figures': open('months.*.month'),
  'partner.list': open(
    'items.*.id items.*.name items.*.phone items.*.words items.*.people.*.id items.*.people.*.name items.*.people.*.title',
  ),
  'resource.list': also(under('items.*', resource), open('next')),
  'resource.save': resource,
  'project.list': under('items.*', project),
  'project.save': project,
  'system.watch': also(under('checks.*', check), open('slow.*.day slow.*.action')),
  'system.check': check,
}

/**
 * The last names of fields that are numbers, moments, yes or no, or one of a few words. `ofHer` say something of one
 * person and stand beside her name, her own part or her own place; the others count, or say what is so for everybody.
 */
export const figures = {
  ofHer:
    'actual age answer answerBy answeredAt asGuardian asked attendance confirmed homeAt inAt isGuarded myStars openedAt outAssumed outAt planned position signUp since told triedAt tries why',
  others:
    'activities added advance applications approval as ask askedAt at audience away balance byColour.* called calledOff calls came canAdd canAnswer canDecide canEdit canManage canRate canWithdraw cancelBy capacity changed claims cleared closesAt code colour colours consents.* corrections count county decidedAt declined doing done drawAt drawnAt dueAt endsAt enteredAt family fen finishedAt followUp followers found from givenUp goodsCount hasProfile hasRecap held how in isAnonymous isBrokenOff isChanged isFollowed isFull isLead isMe isMine isOn isOurs isOver isOverdue isSelf isUrgent issuedAt jobsAt kept kind latitude left level longitude looked mayAgree mean mediated meetings members mended metres mine minutes moved now number of open opensAt order.* ours outcome overdue people perDay perMonth queued read removed reopened required returned revision role roundAt scored sealed seats seatsLeft seesHome sent served serves settled settledAt side solved spent stars startedAt startsAt state taken tickets times to total turn unread until version waiting wanted weekdays.* worstMs year years.* you',
}
