// A story played by the rules themselves: every step, desk, clock and sum is as it would be had it happened.
import { isRefusal, type Move } from '@core/contract'
import type { CaseRules, Viewer } from '@core/domain/case'
import { decide, joined, tick, type UnitAtHand } from '@core/domain/case-flow'
import { partsOf } from '@core/domain/case-sight'
import type { CaseDoc, CasePictureDoc, PersonDoc } from '@core/ports/documents'
import { pictureFileId } from './pictures'
import type { PictureName } from './story'

/** Who acts, and what the rules ask of her beside her profile. */
export interface Actress {
  doc: PersonDoc
  leads: readonly string[]
}

type Change = NonNullable<ReturnType<typeof tick>>

/** Pictures of a move by the folder of who brings them; WeChat has let all of them pass. */
function picturesOf(move: Move, by: string, at: number, turn: number): CasePictureDoc[] {
  const of = { look: 'look', resolve: 'after', spend: 'receipt' } as const
  const said = 'pictures' in move ? move.pictures : 'picture' in move ? [move.picture] : []
  const kind = move.move in of ? of[move.move as keyof typeof of] : 'said'
  return said.map((name) => ({
    ...{ fileId: pictureFileId(by, name.split('/').at(-1) as PictureName), of: kind, turn, state: 'fine', trace: '' },
    ...{ at, by },
  }))
}

/** One case on its way through its story. */
export class Replay {
  constructor(
    public doc: CaseDoc,
    private readonly rules: CaseRules,
    private readonly units: (id: string) => UnitAtHand,
  ) {}

  /** Lets the clock do what it does up to a moment. */
  until(at: number): this {
    for (;;) {
      const { nextAt } = this.doc
      const change = nextAt > 0 && nextAt <= at ? tick(this.doc, this.rules, nextAt) : null
      if (!change) return this
      this.save(change, '')
    }
  }

  /** Somebody makes a move at a moment. A refusal is a mistake of the story. */
  at(at: number, { doc: person, leads }: Actress, told: Move): this {
    this.until(at)
    // Whoever agrees in a story agrees to the words as they stand.
    const move = told.move === 'agree' ? { ...told, turn: this.doc.agreement?.turn ?? 0 } : told
    const viewer = this.viewerOf(person, leads)
    const units = move.move === 'dispatch' ? move.units.map(this.units) : []
    const change = decide(this.doc, move, viewer, { now: at, rules: this.rules, units })
    if (isRefusal(change)) {
      const { _id, state, level, service } = this.doc
      throw new Error(`${service} ${_id}: ${move.move} is refused (${change.refused}) while ${state} at ${level}`)
    }
    const pictures = [...this.doc.pictures, ...picturesOf(move, person._id, at, this.doc.turn + 1)]
    this.save(change, `k${this.doc.turn + 1}`)
    this.doc = { ...this.doc, pictures }
    return this
  }

  /** Takes over another one that is the same thing, which ends. */
  join(other: Replay, at: number, { doc: person, leads }: Actress): this {
    this.until(at)
    other.until(at)
    const change = joined(this.doc, other.doc, { rules: this.rules, now: at })
    const viewer = other.viewerOf(person, leads)
    const ended = decide(other.doc, { move: 'merge', into: this.doc._id }, viewer, {
      now: at,
      rules: this.rules,
      into: this.doc,
    })
    if (!change || isRefusal(ended)) throw new Error(`${other.doc._id} cannot be merged`)
    this.save(change, '')
    other.save(ended, `k${other.doc.turn + 1}`)
    return this
  }

  private viewerOf(person: PersonDoc, leads: readonly string[]): Viewer {
    const { _id: id, communityId, staffOf, gridOf = [], unitOf = [], county: isCounty, wards = [] } = person
    const who = {
      id,
      hasProfile: true,
      communityId: communityId ?? '',
      staffOf,
      gridOf,
      unitOf,
      isCounty,
      wards,
      leads,
    }
    return partsOf(this.doc, who, this.rules)
  }

  private save({ set, step }: Change, key: string): void {
    const turn = this.doc.turn + 1
    this.doc = { ...this.doc, ...set, turn, settled: turn, steps: [...this.doc.steps, { ...step, turn, key }] }
  }
}
