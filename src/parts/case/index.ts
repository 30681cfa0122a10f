// What every page of cases shows the same way. Knows no service by name: pages that have the data hand it in.
export * from './CaseSkeleton'
export * from './CaseTicket'
export * from './ListFoot'
export * from './Pips'
export * from './case-words'
