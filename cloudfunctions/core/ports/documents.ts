// What each collection holds, by name; what is in them is told beside. Indexes stand in collections.json.
import type {
  CardDoc,
  PersonDoc,
  DependentDoc,
  CommunityDoc,
  TeamDoc,
  MembershipDoc,
  PlaceDoc,
} from './people-documents'
import type { ActivityDoc, SeriesDoc, SignupDoc } from './activity-documents'
import type { CaseDoc, CaseSumDoc, PartnerDoc, ProjectDoc, ResourceDoc } from './case-documents'
import type { CheckDoc, LimitDoc, SlowDoc } from './watch-documents'
import type { MessageDoc, TallyDoc, SumDoc, TaskDoc, AuditDoc, MarkDoc, SecretDoc } from './work-documents'
import type {
  CertificateDoc,
  CodeDoc,
  CorrectionDoc,
  CounterDoc,
  FileDoc,
  LedgerDoc,
  RecapDoc,
} from './proof-documents'

export type * from './people-documents'
export type * from './activity-documents'
export type * from './case-documents'
export type * from './work-documents'
export type * from './proof-documents'
export type * from './watch-documents'

/** Every collection and what it holds. */
export interface Collections {
  people: PersonDoc
  communities: CommunityDoc
  teams: TeamDoc
  memberships: MembershipDoc
  places: PlaceDoc
  activities: ActivityDoc
  signups: SignupDoc
  messages: MessageDoc
  tallies: TallyDoc
  sums: SumDoc
  tasks: TaskDoc
  audit: AuditDoc
  marks: MarkDoc
  dependents: DependentDoc
  series: SeriesDoc
  secrets: SecretDoc
  ledgers: LedgerDoc
  corrections: CorrectionDoc
  certificates: CertificateDoc
  codes: CodeDoc
  counters: CounterDoc
  recaps: RecapDoc
  files: FileDoc
  cards: CardDoc
  cases: CaseDoc
  partners: PartnerDoc
  resources: ResourceDoc
  projects: ProjectDoc
  casesums: CaseSumDoc
  checks: CheckDoc
  slow: SlowDoc
  limits: LimitDoc
}
