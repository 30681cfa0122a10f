// Rows that many actions share, once: the table is in every function.
const anyone = { may: 'anyone' } as const
const profile = { may: 'profile' } as const
const ofActivity = { may: 'desk', of: 'activity' } as const
const ofTeam = { may: 'desk', of: 'team' } as const
const ofElder = { may: 'staff', of: 'elder' } as const

/**
 * Who may do what: the one table. `anyone` needs nothing, `profile` a name, `desk` to lead the team concerned
 * or to work for its community, `staff` to work for the community itself, or for that of the elder concerned, `grid` that
 * or to look after one of its compounds, `unit` to have the desk of that partner, `case` what domain/case-moves says of
 * each move. `of` says where that is found: never in what the phone claims about it.
 * A card is its own right: whoever holds its text may open it. A seat of her own needs a name all the same; those whom
 * somebody acts for have theirs.
 * The county sees what residents see; rosters with phone numbers stay with the team and its community.
 */
export const rights = {
  'people.me': anyone,
  'people.save': anyone,
  'people.consent': anyone,
  'people.messages': anyone,
  'people.read': anyone,
  'people.data': anyone,
  'people.erase': anyone,
  'activity.list': anyone,
  'activity.get': anyone,
  'activity.join': anyone,
  'activity.leave': anyone,
  'activity.answer': anyone,
  'activity.mine': anyone,
  'activity.desk': { may: 'desk', of: 'own teams' },
  'activity.draft': ofTeam,
  'activity.publish': ofActivity,
  'activity.edit': ofActivity,
  'activity.close': ofActivity,
  'activity.cancel': ofActivity,
  'activity.discard': ofActivity,
  'activity.form': ofActivity,
  'activity.roster': ofActivity,
  'activity.release': ofActivity,
  'place.list': anyone,
  'team.list': anyone,
  'team.get': anyone,
  'team.apply': profile,
  'team.withdraw': profile,
  'team.members': ofTeam,
  'team.decide': ofTeam,
  'team.dismiss': ofTeam,
  'team.edit': ofTeam,
  'family.list': anyone,
  'family.save': profile,
  'family.invite': profile,
  'family.preview': profile,
  'family.accept': profile,
  'family.letGo': profile,
  'family.withdraw': anyone,
  'family.rights': anyone,
  'family.claimable': profile,
  'family.claim': profile,
  'family.unclaim': profile,
  'family.claims': { may: 'desk', of: 'own teams' },
  'family.confirm': { may: 'desk', of: 'record' },
  'activity.enter': ofActivity,
  'activity.approve': ofActivity,
  'activity.draw': anyone,
  'series.create': ofTeam,
  'series.get': anyone,
  'series.edit': { may: 'desk', of: 'series' },
  'series.join': profile,
  'series.leave': profile,
  'series.end': { may: 'desk', of: 'series' },
  'day.sheet': ofActivity,
  'day.merge': ofActivity,
  'day.codes': ofActivity,
  'day.scan': profile,
  'day.pass': profile,
  'day.settle': ofActivity,
  'hours.mine': profile,
  'hours.correct': ofActivity,
  'hours.corrections': { may: 'desk', of: 'own teams' },
  'hours.decide': { may: 'desk', of: 'correction' },
  'certificate.issue': profile,
  'certificate.list': profile,
  'certificate.code': profile,
  'certificate.verify': anyone,
  'recap.get': anyone,
  'recap.save': ofActivity,
  'activity.rate': profile,
  'activity.code': anyone,
  'file.roster': ofActivity,
  'file.certificate': profile,
  'file.passes': profile,
  'file.state': profile,
  'file.run': profile,
  'card.make': profile,
  'card.open': anyone,
  'card.answer': anyone,
  'card.accept': anyone,
  'card.sent': profile,
  'reach.list': ofActivity,
  'reach.tick': ofActivity,
  'station.elders': { may: 'staff', of: 'community' },
  'station.enter': { may: 'staff', of: 'community' },
  'station.invite': ofElder,
  'station.join': ofElder,
  'station.leave': ofElder,
  'station.keeper': ofElder,
  'station.withdraw': ofElder,
  'case.ask': profile,
  'case.dropPictures': profile,
  'case.enter': { may: 'grid', of: 'community' },
  'case.similar': anyone,
  'case.follow': profile,
  'case.list': anyone,
  'case.mine': anyone,
  'case.near': profile,
  'case.party': profile,
  'case.get': anyone,
  'case.move': { may: 'case', of: 'moves' },
  'case.inbox': { may: 'grid', of: 'community' },
  'case.unit': { may: 'unit', of: 'partner' },
  'case.county': { may: 'county' },
  'case.matches': { may: 'case', of: 'desk' },
  'case.figures': anyone,
  'partner.list': { may: 'grid', of: 'community' },
  'resource.list': profile,
  'resource.save': { may: 'resource', of: 'community or partner' },
  'resource.end': { may: 'resource', of: 'community or partner' },
  'project.list': anyone,
  'project.save': ofTeam,
  'system.health': anyone,
  'system.watch': { may: 'county' },
  'system.check': { may: 'county' },
} as const satisfies Record<string, Right>

/** One row of the table. */
export type Right =
  | { may: 'anyone' | 'profile' }
  | { may: 'staff'; of: 'community' | 'elder' }
  | { may: 'grid'; of: 'community' }
  | { may: 'unit'; of: 'partner' }
  | { may: 'county' }
  | { may: 'case'; of: 'moves' | 'desk' }
  | { may: 'resource'; of: 'community or partner' }
  | { may: 'desk'; of: 'activity' | 'team' | 'series' | 'correction' | 'record' | 'own teams' }

/** The row of an action; undefined for one that nobody may do. */
export const rightOf = (action: string): Right | undefined => (rights as Record<string, Right>)[action]

/** Whether a person runs a team: she leads it, or works for its community. */
export function runs(
  person: { _id: string; staffOf: readonly string[] },
  team: { leaderIds: readonly string[]; communityId: string },
): boolean {
  return team.leaderIds.includes(person._id) || person.staffOf.includes(team.communityId)
}
