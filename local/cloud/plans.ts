/** How one database request of a function was answered. */
export interface QueryPlan {
  action: string
  collection: string
  /** Field names, operators and order, never values. */
  shape: string
  /** The index really used; several where branches use one each; null when every document was looked at. */
  index: string | null
  docsExamined: number
  keysExamined: number
  returned: number
  limit: number | null
}
