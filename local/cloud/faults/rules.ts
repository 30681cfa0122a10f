import { readCode, type Audience } from './codes'

/** What a rule does to a request it strikes. */
export type Deed = (typeof deeds)[number]

const deeds = ['delay', 'drop', 'lose', 'duplicate', 'error', 'kill', 'timeout'] as const

/** Which requests suffer what, and how often. */
export interface Rule {
  /** `database.modifyDocument`, `database.*`, `openapi subscribeMessage.send`, `function <name>`, `*`. */
  on: string
  /** Of a request that matches, 0 to 1. */
  chance: number
  do: Deed
  /** Most strikes; none means no end. */
  times?: number
  /** How long a delay lasts; how long after its beginning a function is killed or cut off. */
  ms?: number
  /** What an error is called: a name of the platform, or a number where the answer has one. */
  code?: string | number
}

/** A rule with how often it was looked at and how often it struck. */
export interface RuleShown extends Rule {
  matched: number
  struck: number
}

/** Rules with the number their chances come from. */
export interface FaultPlan {
  seed: number
  rules: Rule[]
}

/** The rules that hold now; the same seed and the same order of requests give the same faults. */
export class FaultRules {
  private seed = 1
  private rules: (RuleShown & { random: () => number })[] = []

  /** Takes other rules; none ends all faults. */
  set({ seed, rules }: FaultPlan): void {
    this.seed = seed
    this.rules = rules.map((rule, at) => ({ ...rule, matched: 0, struck: 0, random: chanceFrom(seed + at * 7919) }))
  }

  /** What holds now and how often each rule struck. */
  show(): { seed: number; rules: RuleShown[] } {
    return { seed: this.seed, rules: this.rules.map(({ random: _random, ...rule }) => rule) }
  }

  /** The first rule that strikes a request of this name. */
  strike(name: string): Rule | undefined {
    let struck: Rule | undefined
    for (const rule of this.rules) {
      if (!matches(rule.on, name)) continue
      rule.matched++
      // Every rule draws for every request it matches, so that one does not shift the chances of another.
      const hits = rule.random() < rule.chance && rule.struck < (rule.times ?? Infinity)
      if (!hits || struck) continue
      rule.struck++
      struck = rule
    }
    return struck
  }
}

const matches = (on: string, name: string) => (on.endsWith('*') ? name.startsWith(on.slice(0, -1)) : on === name)

// mulberry32: small, and the same on every machine.
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Reads rules as JSON gives them; throws one sentence when they make no sense, or are about none of these requests. */
export function readFaultPlan(value: Record<string, unknown>, requests: readonly string[]): FaultPlan {
  const { seed = 1, rules } = value
  if (!Number.isInteger(seed)) throw new Error('faults: seed is a whole number')
  if (!Array.isArray(rules)) throw new Error('faults: rules is a list; an empty one ends all faults')
  return {
    seed: Number(seed),
    rules: rules.map((rule: unknown, at) => readRule(rule, requests, `faults.rules[${at}]`)),
  }
}

function readRule(value: unknown, requests: readonly string[], where: string): Rule {
  const { on, chance = 1, do: deed, times, ms, code, ...odd } = (value ?? {}) as Record<string, unknown>
  const [unknown] = Object.keys(odd).filter((key) => key !== 'matched' && key !== 'struck')
  if (unknown !== undefined) throw new Error(`${where}: unknown property "${unknown}"`)
  if (typeof on !== 'string' || !on) throw new Error(`${where}: on is the name of a request, such as "database.*"`)
  if (!requests.some((name) => matches(on, name)))
    throw new Error(`${where}: nothing is called "${on}"; there is ${requests.join(', ')}`)
  if (!isDeed(deed)) throw new Error(`${where}: do is one of ${deeds.join(', ')}`)
  if (typeof chance !== 'number' || !(chance >= 0 && chance <= 1)) throw new Error(`${where}: chance is 0 to 1`)
  const codeRead = code === undefined ? undefined : readCode(code, where, audienceOf(on))
  return { on, chance, do: deed, times: countOf(times, where), ms: countOf(ms, where), code: codeRead }
}

function audienceOf(on: string): Audience {
  if (on.startsWith('openapi ')) return 'openapi'
  return on.startsWith('function ') ? 'caller' : 'function'
}

const isDeed = (value: unknown): value is Deed => deeds.includes(value as Deed)

function countOf(value: unknown, where: string): number | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !(value >= 0)) throw new Error(`${where}: times and ms are numbers`)
  return value
}
