const KB = 1024

/** The standing budgets that the benchmark holds its figures against. */
export const budgets = {
  mainPackageBytes: 700 * KB,
  subPackageBytes: 400 * KB,
  /** Of one function, without the SDK beside it. */
  functionBytes: 200 * KB,
  /** Load and init of the bundled function in a fresh process. */
  coldStartMs: 120,
  /** Of one sign-up. */
  signUpRequests: 6,
  signUpDocuments: 10,
  /** Of checking in one person: taps, and from a queue the phone's calls and the cloud's requests to its database. */
  checkInTaps: 1,
  checkInCalls: 1,
  checkInRequests: 1.2,
  /** Of one person on a roster to take away: her row and what is known of her; and of the whole besides. */
  rosterDocumentsEach: 2,
  rosterDocumentsBesides: 40,
  /** Of a million documents of some 400 bytes, by the local cloud. */
  openingSeconds: 10,
  firstSetDataBytes: 64 * KB,
  /** WeChat's own limits, from its experience score. */
  setDataBytes: 256 * KB,
  nodes: 1000,
  depth: 30,
  children: 60,
} as const
