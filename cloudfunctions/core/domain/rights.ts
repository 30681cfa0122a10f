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
  'people.me': { may: 'anyone' },
  'people.save': { may: 'anyone' },
  'people.consent': { may: 'anyone' },
  'people.messages': { may: 'anyone' },
  'people.read': { may: 'anyone' },
  'people.data': { may: 'anyone' },
  'people.erase': { may: 'anyone' },
  'activity.list': { may: 'anyone' },
  'activity.get': { may: 'anyone' },
  'activity.join': { may: 'anyone' },
  'activity.leave': { may: 'anyone' },
  'activity.answer': { may: 'anyone' },
  'activity.mine': { may: 'anyone' },
  'activity.desk': { may: 'desk', of: 'own teams' },
  'activity.draft': { may: 'desk', of: 'team' },
  'activity.publish': { may: 'desk', of: 'activity' },
  'activity.edit': { may: 'desk', of: 'activity' },
  'activity.close': { may: 'desk', of: 'activity' },
  'activity.cancel': { may: 'desk', of: 'activity' },
  'activity.discard': { may: 'desk', of: 'activity' },
  'activity.form': { may: 'desk', of: 'activity' },
  'activity.roster': { may: 'desk', of: 'activity' },
  'activity.release': { may: 'desk', of: 'activity' },
  'place.list': { may: 'anyone' },
  'team.list': { may: 'anyone' },
  'team.get': { may: 'anyone' },
  'team.apply': { may: 'profile' },
  'team.withdraw': { may: 'profile' },
  'team.members': { may: 'desk', of: 'team' },
  'team.decide': { may: 'desk', of: 'team' },
  'team.dismiss': { may: 'desk', of: 'team' },
  'team.edit': { may: 'desk', of: 'team' },
  'family.list': { may: 'anyone' },
  'family.save': { may: 'profile' },
  'family.invite': { may: 'profile' },
  'family.preview': { may: 'profile' },
  'family.accept': { may: 'profile' },
  'family.letGo': { may: 'profile' },
  'family.withdraw': { may: 'anyone' },
  'family.rights': { may: 'anyone' },
  'family.claimable': { may: 'profile' },
  'family.claim': { may: 'profile' },
  'family.unclaim': { may: 'profile' },
  'family.claims': { may: 'desk', of: 'own teams' },
  'family.confirm': { may: 'desk', of: 'record' },
  'activity.enter': { may: 'desk', of: 'activity' },
  'activity.approve': { may: 'desk', of: 'activity' },
  'activity.draw': { may: 'anyone' },
  'series.create': { may: 'desk', of: 'team' },
  'series.get': { may: 'anyone' },
  'series.edit': { may: 'desk', of: 'series' },
  'series.join': { may: 'profile' },
  'series.leave': { may: 'profile' },
  'series.end': { may: 'desk', of: 'series' },
  'day.sheet': { may: 'desk', of: 'activity' },
  'day.merge': { may: 'desk', of: 'activity' },
  'day.codes': { may: 'desk', of: 'activity' },
  'day.scan': { may: 'profile' },
  'day.pass': { may: 'profile' },
  'day.settle': { may: 'desk', of: 'activity' },
  'hours.mine': { may: 'profile' },
  'hours.correct': { may: 'desk', of: 'activity' },
  'hours.corrections': { may: 'desk', of: 'own teams' },
  'hours.decide': { may: 'desk', of: 'correction' },
  'certificate.issue': { may: 'profile' },
  'certificate.list': { may: 'profile' },
  'certificate.code': { may: 'profile' },
  'certificate.verify': { may: 'anyone' },
  'recap.get': { may: 'anyone' },
  'recap.save': { may: 'desk', of: 'activity' },
  'activity.rate': { may: 'profile' },
  'activity.code': { may: 'anyone' },
  'file.roster': { may: 'desk', of: 'activity' },
  'file.certificate': { may: 'profile' },
  'file.passes': { may: 'profile' },
  'file.state': { may: 'profile' },
  'file.run': { may: 'profile' },
  'card.make': { may: 'profile' },
  'card.open': { may: 'anyone' },
  'card.answer': { may: 'anyone' },
  'card.accept': { may: 'anyone' },
  'card.sent': { may: 'profile' },
  'reach.list': { may: 'desk', of: 'activity' },
  'reach.tick': { may: 'desk', of: 'activity' },
  'station.elders': { may: 'staff', of: 'community' },
  'station.enter': { may: 'staff', of: 'community' },
  'station.invite': { may: 'staff', of: 'elder' },
  'station.join': { may: 'staff', of: 'elder' },
  'station.leave': { may: 'staff', of: 'elder' },
  'station.keeper': { may: 'staff', of: 'elder' },
  'station.withdraw': { may: 'staff', of: 'elder' },
  'case.ask': { may: 'profile' },
  'case.dropPictures': { may: 'profile' },
  'case.enter': { may: 'grid', of: 'community' },
  'case.similar': { may: 'anyone' },
  'case.follow': { may: 'profile' },
  'case.list': { may: 'anyone' },
  'case.mine': { may: 'anyone' },
  'case.near': { may: 'profile' },
  'case.party': { may: 'profile' },
  'case.get': { may: 'anyone' },
  'case.move': { may: 'case', of: 'moves' },
  'case.inbox': { may: 'grid', of: 'community' },
  'case.unit': { may: 'unit', of: 'partner' },
  'case.county': { may: 'county' },
  'case.matches': { may: 'case', of: 'desk' },
  'case.figures': { may: 'anyone' },
  'partner.list': { may: 'grid', of: 'community' },
  'resource.list': { may: 'profile' },
  'resource.save': { may: 'resource', of: 'community or partner' },
  'resource.end': { may: 'resource', of: 'community or partner' },
  'project.list': { may: 'anyone' },
  'project.save': { may: 'desk', of: 'team' },
  'system.health': { may: 'anyone' },
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
