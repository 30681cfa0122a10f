// What somebody asks for, and what becomes of it: wishes, whistles, errands, orders, hazards, mediation, legal help.
import * as v from 'valibot'
import { action } from './action'
import { Cursor, Held, Id, Latitude, Longitude, Time, maybeWords, words } from './people'
import { Answers } from './seats'

/** Where a case stands: docs/rules-case.md tells each in a sentence. */
export const caseStates = ['asked', 'waiting', 'open', 'dispatched', 'doing', 'resolved', 'followUp', 'closed'] as const
export type CaseState = (typeof caseStates)[number]
/** How a closed one ended. */
export const outcomes = ['done', 'declined', 'withdrawn', 'merged', 'unanswered'] as const
export type Outcome = (typeof outcomes)[number]
/** Who may settle it first; each next one is asked when the one before cannot, or lets the deadline pass. */
export const levels = ['compound', 'community', 'county'] as const
export type Level = (typeof levels)[number]
/** Classes of deadline: 2 hours, the next working day, 7 and 15 working days. */
export const clocks = ['2h', '24h', '7d', '15d'] as const
export type Clock = (typeof clocks)[number]
/** As what somebody stands to a case; `clock` is the timer. */
export const caseParts = [
  'asker',
  'party',
  'follower',
  'helper',
  'unit',
  'grid',
  'staff',
  'county',
  'neighbour',
  'clock',
] as const
export type CasePart = (typeof caseParts)[number]

/** The most pictures that go with one step. */
export const mostCasePictures = 6
export const FileId = v.pipe(v.string(), v.regex(/^cloud:\/\/[\w./-]{1,200}$/))
export const CasePictures = v.optional(v.pipe(v.array(FileId), v.maxLength(mostCasePictures)), [])
/** Money in fen, never a fraction of one; at most 5,000 yuan. */
export const Fen = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500_000))
export const CaseStars = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))

/** Where it is: words such as 3 号楼门口, and the point on the map when she chose one. */
const Spot = v.object({
  words: maybeWords(40),
  latitude: v.optional(v.nullable(Latitude), null),
  longitude: v.optional(v.nullable(Longitude), null),
})

/** What somebody asks for, whoever writes it down. */
const asked = {
  /** Chosen once by the phone: asking twice with it is asking once. */
  key: Id,
  service: Id,
  /** One of the topics of the service; '' where it has none. */
  topic: v.optional(v.union([Id, v.literal('')]), ''),
  communityId: Id,
  compoundId: v.optional(v.union([Id, v.literal('')]), ''),
  spot: v.optional(Spot, { words: '', latitude: null, longitude: null }),
  words: words(500),
  answers: v.optional(Answers, {}),
  pictures: CasePictures,
  isUrgent: v.optional(v.boolean(), false),
  /** An order from the menu: which standing project, on which day (yyyy-mm-dd). */
  project: v.optional(v.nullable(v.object({ id: Id, day: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)) })), null),
  /** What is to be bought, with what each may cost; and the money handed over beforehand. */
  goods: v.optional(v.pipe(v.array(v.object({ what: words(40), fen: v.nullable(Fen) })), v.maxLength(20)), []),
  advance: v.optional(v.nullable(Fen), null),
  /** The picture of a prescription: for those who help alone, and gone afterwards. */
  medicine: v.optional(v.nullable(FileId), null),
  /** The other side of a quarrel, as far as she says. */
  otherParty: v.optional(v.nullable(v.object({ name: words(20), phone: maybeWords(14) })), null),
}

/** A case as it stands in a list; what the viewer may not know is '' or null in it. */
export const CaseCard = v.object({
  id: Id,
  number: v.number(),
  service: v.string(),
  topic: v.string(),
  title: v.string(),
  /** 柳荫里 3 号楼; only 柳荫里, or nothing, for those who need not know more. */
  place: v.string(),
  compoundId: v.string(),
  /** How who asked is called to this viewer: 您, 妈妈, 何玉珍, 一位邻居. */
  asker: v.string(),
  state: v.picklist(caseStates),
  outcome: v.nullable(v.picklist(outcomes)),
  level: v.picklist(levels),
  isUrgent: v.boolean(),
  at: Time,
  /** By when the next thing has to happen; null while no clock runs. */
  dueAt: v.nullable(Time),
  isOverdue: v.boolean(),
  /** Who has it now, in words: 柳湾社区, 县供电所, 邻居认领中. */
  owner: v.string(),
  followers: v.number(),
  reopened: v.number(),
  stars: v.nullable(v.number()),
  /** The last word on it that the viewer may read; for those inside also why it came back. '' when there is none. */
  last: v.string(),
  /** As what the viewer stands to it. */
  as: v.picklist(caseParts),
  /** Seats for helpers that are still free, of how many; where neighbours take it. */
  seats: v.nullable(v.object({ left: v.number(), of: v.number() })),
  /** The day of an order from the menu (yyyy-mm-dd), its project, and what it costs in time. */
  project: v.nullable(v.object({ id: Id, title: v.string(), day: v.string() })),
  /** Metres from where the viewer asked about, where both are known. */
  metres: v.optional(v.nullable(v.number()), null),
  /** One picture before and one after, addresses that work for a while; where it is shown as done. */
  before: v.optional(v.string(), ''),
  after: v.optional(v.string(), ''),
})
export type CaseCard = v.InferOutput<typeof CaseCard>

/** A picture: its address works for a while; '' and `pending` until WeChat has looked at it. */
const CasePicture = v.object({
  url: v.string(),
  state: v.picklist(['pending', 'fine', 'refused']),
  of: v.picklist(['asked', 'look', 'before', 'after', 'receipt', 'medicine', 'said']),
})

/** One fact of the thread, in the order in which they came; nothing is ever taken out. */
export const CaseStep = v.object({
  turn: v.number(),
  at: Time,
  /** The move that made it; `ask.first` and the clock's own are among them. */
  move: v.string(),
  /** What it was after this step. */
  state: v.picklist(caseStates),
  as: v.picklist(caseParts),
  /** Who did it as the viewer may read it: 您, 柳湾社区, 县供电所 秦师傅, 一位邻居, 到时间了. */
  who: v.string(),
  /** To whom it went: 县供电所、县水务局; '' when to nobody. */
  to: v.string(),
  words: v.string(),
  /** How it ended with this step; null where it did not. */
  outcome: v.optional(v.nullable(v.picklist(outcomes)), null),
  /** Money that passed with it, in fen; null where none did. */
  fen: v.optional(v.nullable(v.number()), null),
  pictures: v.array(CasePicture),
})
export type CaseStep = v.InferOutput<typeof CaseStep>

const Contact = v.object({ name: v.string(), phone: v.string() })

/** One case whole, as this viewer may see it. */
export const CaseView = v.object({
  ...CaseCard.entries,
  words: v.string(),
  /** What was asked and answered; `phone` where it names somebody to call. */
  answers: v.array(v.object({ label: v.string(), value: v.string(), phone: v.optional(v.string()) })),
  steps: v.array(CaseStep),
  /** The moves the viewer may make now; the phone shows a button for each it knows. */
  may: v.array(v.string()),
  /** Whom to call about it: the one who has it now. */
  contact: v.nullable(Contact),
  /** How to reach who asked, for those who come to her; null for others. */
  askerContact: v.nullable(Contact),
  /** Who rang up about the same and has no account: the desk has to tell them how it ends. Nobody else learns of them. */
  alsoToCall: v.optional(v.array(Contact), []),
  held: Held,
  turn: v.number(),
  units: v.array(
    v.object({
      id: Id,
      name: v.string(),
      isLead: v.boolean(),
      state: v.picklist(['asked', 'accepted', 'declined']),
      /** Who comes, once it took it on; her number is for who asked alone. */
      person: v.string(),
      phone: v.optional(v.string(), ''),
      isMine: v.boolean(),
      /** Those of it who can take it over; of the viewer's own unit alone. */
      people: v.optional(v.array(v.object({ id: Id, name: v.string(), title: v.string() })), []),
    }),
  ),
  helpers: v.array(v.object({ name: v.string(), team: v.string(), phone: v.string(), isMe: v.boolean() })),
  /** Four digits that who comes and who is waited for both see: said at the door. '' where nobody comes. */
  doorWord: v.string(),
  /** What is to be bought, for those who see all of it; how many things for everybody. */
  goods: v.array(v.object({ what: v.string(), fen: v.nullable(v.number()) })),
  goodsCount: v.optional(v.number(), 0),
  money: v.nullable(
    v.object({
      advance: v.number(),
      spent: v.number(),
      returned: v.number(),
      /** What the desk wrote off; missing where nothing was. */
      cleared: v.optional(v.number()),
      /** What helpers still hold: advance less spent and returned; 0 is settled. */
      balance: v.number(),
    }),
  ),
  agreement: v.nullable(
    v.object({
      words: v.string(),
      /** Which words they are: agreeing names it. */
      turn: v.number(),
      agreed: v.array(v.string()),
      missing: v.array(v.string()),
      mayAgree: v.boolean(),
      /** Sides without an account, of whom the viewer may show the signed sheet. */
      onPaper: v.array(v.object({ side: v.picklist(['asker', 'party']), name: v.string() })),
    }),
  ),
  /** Lets the other side of a quarrel in; for who mediates, as long as she is missing. */
  partyToken: v.optional(v.string()),
  /** The case it was put together with, for its asker who follows it now. */
  mergedInto: v.nullable(Id),
  isFollowed: v.boolean(),
  isAnonymous: v.boolean(),
  score: v.nullable(v.object({ stars: v.number(), words: v.string(), how: v.picklist(['app', 'phone', 'door']) })),
})
export type CaseView = v.InferOutput<typeof CaseView>

const refusesOfAsking = [
  'case.no_service',
  'case.topic_needed',
  'case.answers_missing',
  'case.goods_needed',
  'case.day_full',
  'case.day_over',
  'case.place_needed',
  'case.too_many',
  'case.not_your_picture',
  'case.no_professional',
  'family.not_yours',
  'content.unchecked',
] as const

/** Asks for something, for herself or for somebody she may act for. */
export const askCase = action('case.ask', {
  input: v.object({
    ...asked,
    /** Somebody she keeps; null for herself. */
    forId: v.optional(v.nullable(Id), null),
    /** Neighbours do not learn her name anyway; this keeps even 妈妈 and the building from them. */
    isAnonymous: v.optional(v.boolean(), false),
  }),
  output: v.object({ id: Id }),
  refuses: refusesOfAsking,
})

/** Pictures that she took out again, or that lie in a draft she threw away: those of hers that no case holds are removed. */
export const dropCasePictures = action('case.dropPictures', {
  input: v.object({ fileIds: v.pipe(v.array(FileId), v.maxLength(mostCasePictures + 1)) }),
  output: v.object({ removed: v.number() }),
  refuses: [],
})

/** 电话登记: a worker writes down what somebody said on the phone or at the door. `elderId` is an elder of the community. */
export const enterCase = action('case.enter', {
  input: v.object({
    ...asked,
    caller: v.object({ name: words(20), phone: v.pipe(v.string(), v.trim(), v.regex(/^(1\d{10}|[\d-]{7,14})?$/)) }),
    elderId: v.optional(v.nullable(Id), null),
  }),
  output: v.object({ id: Id }),
  refuses: refusesOfAsking,
})

/** Open cases that may be the same thing, before she writes it a second time; of what neighbours may see alone. */
export const similarCases = action('case.similar', {
  input: v.object({
    service: Id,
    topic: v.optional(v.union([Id, v.literal('')]), ''),
    communityId: Id,
    compoundId: v.optional(v.union([Id, v.literal('')]), ''),
    words: maybeWords(500),
    /** Leave this one out. */
    not: v.optional(v.nullable(Id), null),
  }),
  output: v.object({ items: v.array(CaseCard) }),
  refuses: [],
})

/** Says 我也是: follows a case and is told when it is done; `on` false ends that. */
export const followCase = action('case.follow', {
  input: v.object({ id: Id, on: v.boolean() }),
  output: v.object({ followers: v.number() }),
  refuses: ['case.over'],
})

/** What neighbours see of a community, null for the county: what is under way, or what was done (成效清单); newest first. */
export const listCases = action('case.list', {
  input: v.object({
    communityId: v.nullable(Id),
    which: v.picklist(['open', 'done']),
    service: v.optional(v.nullable(Id), null),
    cursor: v.optional(Cursor, null),
  }),
  output: v.object({
    items: v.array(CaseCard),
    next: Cursor,
    /** How many are under way and were done this year; null after the first page. */
    counts: v.nullable(v.object({ open: v.number(), done: v.number() })),
  }),
  refuses: [],
})

/** What she asked for herself and for those she keeps, and what she follows; newest first. */
export const myCases = action('case.mine', {
  input: v.object({ cursor: v.optional(Cursor, null) }),
  output: v.object({ items: v.array(CaseCard), next: Cursor }),
  refuses: [],
})

/** What waits for neighbours to take it, nearest first within a page; and what she took. */
export const nearCases = action('case.near', {
  input: v.object({
    communityId: Id,
    which: v.picklist(['open', 'mine']),
    /** Only what her teams do. */
    isTeams: v.optional(v.boolean(), false),
    /** The compound from which it is counted how far it is; null where she did not say. */
    compoundId: v.optional(v.nullable(Id), null),
    cursor: v.optional(Cursor, null),
  }),
  output: v.object({ items: v.array(CaseCard), next: Cursor }),
  refuses: [],
})

/** Comes in as the other side of a quarrel, by what who mediates sent her. */
export const partyCase = action('case.party', {
  input: v.object({ id: Id, token: v.pipe(v.string(), v.maxLength(40)) }),
  output: CaseView,
  refuses: [],
})

export const getCase = action('case.get', { input: v.object({ id: Id }), output: CaseView, refuses: [] })
