/** What one person may take, unless the function's variable of the same name says otherwise. */
const usual = {
  /** Calls of any kind; a leader at the door with a fast thumb makes some forty. */
  CALLS_PER_MINUTE: 240,
  /** Different numbers of other people; forty at the door are forty, however often the list is opened. */
  NUMBERS_PER_HOUR: 500,
  /** Cards, invitations and codes that are none. */
  GUESSES_PER_HOUR: 30,
}

/** How much one person may take of this. */
export function mostOf(what: keyof typeof usual): number {
  const said = Number(process.env[what])
  return said > 0 ? said : usual[what]
}
