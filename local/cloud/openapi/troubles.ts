/** What goes wrong with one subscription message that somebody is sent. */
export interface Trouble {
  openid: string
  /** WeChat answers with this error, or not at all, or the function that asks dies before it hears the answer. */
  how: number | 'silence' | 'death'
  /** Whether the message arrives all the same. */
  arrives: boolean
}

/** Troubles that tests ask for; each comes once, in their order. */
export class Troubles {
  private coming: Trouble[] = []

  set(coming: readonly Trouble[]): void {
    this.coming = [...coming]
  }

  /** The next trouble of a person; undefined when all goes well. */
  take(openid: string): Trouble | undefined {
    const next = this.coming.find((each) => each.openid === openid)
    this.coming = this.coming.filter((each) => each !== next)
    return next
  }
}

/** Reads troubles as a test sends them; what is none is left out. */
export function readTroubles(value: unknown): Trouble[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((each: unknown): Trouble[] => {
    if (typeof each !== 'object' || each === null) return []
    const { openid, how, arrives = false } = each as Record<string, unknown>
    const isHow = typeof how === 'number' || how === 'silence' || how === 'death'
    return typeof openid === 'string' && isHow ? [{ openid, how, arrives: arrives === true }] : []
  })
}
