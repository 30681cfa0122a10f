// The timer's works go through many things; one that cannot be done keeps no other from being done.
import type { Collections } from '../ports/documents'
import { messageOf, type Store, type Terms } from '../ports/store'
import { pageOf } from './paging'

type Page<N extends keyof Collections, F extends keyof Collections[N]> = {
  items: Pick<Collections[N], F>[]
  next: string | null
}

/** Failures of single things, kept until all the others are done. */
export class Faults {
  private readonly all: string[] = []

  /** Does it; false when it failed, which `say` tells at the end. */
  async during(id: string, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      this.all.push(`${id}: ${messageOf(error)}`)
      return false
    }
  }

  /** Throws when anything failed, so that the round says so in its log. */
  say(): void {
    if (this.all.length > 0) throw new Error(this.all.join('; '))
  }
}

/**
 * Works through everything that matches, page by page in the order of a number, while there is time; what fails is left
 * for the next round, and told once the others are done.
 */
export async function workThrough<N extends keyof Collections, F extends keyof Collections[N] & string>(
  store: Store,
  name: N,
  where: Terms,
  by: { field: keyof Collections[N] & string; size: number; fields?: readonly F[] },
  isTimeLeft: () => boolean,
  work: (item: Pick<Collections[N], F>) => Promise<unknown>,
): Promise<void> {
  const faults = new Faults()
  let cursor: string | null = null
  do {
    const page: Page<N, F> = await pageOf<N, F>(store, name, where, { ...by, cursor })
    for (const item of page.items) {
      if (!isTimeLeft()) return faults.say()
      await faults.during(String(Reflect.get(item, '_id')), () => work(item))
    }
    cursor = page.next
  } while (cursor)
  faults.say()
}
