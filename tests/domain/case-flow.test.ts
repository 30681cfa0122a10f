// Every way in which a case can go, for every service file and for one that only this test knows.
import { isRefusal, type Move, type MoveName } from '../../cloudfunctions/core/contract'
import { isInHands, isSealed, type CaseFacts } from '../../cloudfunctions/core/domain/case'
import { tellsOf } from '../../cloudfunctions/core/domain/case-tells'
import { decide, isDoer, mayDo, reopenWithin, tick } from '../../cloudfunctions/core/domain/case-flow'
import { moveRules, type MoveRule } from '../../cloudfunctions/core/domain/case-moves'
import { deskOf, isOwner, ownerOf } from '../../cloudfunctions/core/domain/case-owner'
import { sightOf } from '../../cloudfunctions/core/domain/case-sight'
import { moneyOf } from '../../cloudfunctions/core/domain/money'
import { caseServices } from '../../cloudfunctions/core/services/cases'
import { beginnings, names, viewerOf, type Name, type Rules } from './case-cast'
import { sameness, saved, spaceOf, tried, type Arrow } from './case-space'

/** A service that no file has: three neighbours take it together, with money, and show a picture of what they did. */
const invented: Rules = {
  id: 'lost-cat',
  seenBy: 'neighbours',
  where: 'spot',
  topics: [{ id: 'cat', clock: '2h' }],
  ways: ['volunteers', 'whistle'],
  first: 'volunteers',
  level: 'compound',
  helpers: 3,
  takeUp: '2h',
  clock: '24h',
  needsAfterPicture: true,
  needsGoods: true,
  counts: 'opinion',
}

const services: [string, Rules][] = [...caseServices, invented].map((rules) => [rules.id, rules])
const desks = ['grid', 'staff', 'county']
const people = (kase: CaseFacts, rules: Rules) => names.map((name) => ({ name, viewer: viewerOf(kase, name, rules) }))

/** The table in this test's own words: whether it lets somebody try a move at all, and whether nothing beside it can say no. */
function table(kase: CaseFacts, move: MoveName, name: Name, rules: Rules): boolean {
  const rule: MoveRule = moveRules[move]
  const viewer = viewerOf(kase, name, rules)
  if (!rule.from.includes(kase.state) || (rule.ways && !rule.ways.some((way) => rules.ways.includes(way)))) return false
  return viewer.parts.some((part) => {
    const isDesk = desks.includes(part)
    if (!rule.by.includes(part) || (isDesk && isSealed(rules))) return false
    if (part === 'county' && kase.level !== 'county') return false
    if (rule.only === 'level' && part === 'grid') return kase.level === 'compound'
    const isAway = kase.state === 'dispatched' || kase.state === 'doing'
    if (rule.only === 'level' && part === 'staff') return kase.level !== 'county' || isAway
    return rule.only !== 'owner' || part === 'helper' || isOwner(kase, { ...viewer, parts: [part] }, rules)
  })
}

/** Moves of which the table says all; the others have a sentence of their own in docs/rules-case.md. */
const told: MoveName[] = [
  ...(['say', 'look', 'askBack', 'reply', 'offer', 'giveBack', 'dispatch', 'decline', 'handOn', 'settle'] as const),
  ...(['resolve', 'turnDown', 'withdraw'] as const),
]

/** Where a move may lead beside where the table says. */
const also: Partial<Record<MoveName, CaseFacts['state'][]>> = {
  take: ['open'],
  giveBack: ['open', 'dispatched', 'closed'],
  accept: ['dispatched'],
  decline: ['dispatched', 'doing', 'closed'],
  confirm: ['followUp'],
  reopen: ['dispatched'],
  score: ['followUp', 'asked', 'resolved'],
  // Others wait for the same thing.
  withdraw: ['asked', 'open', 'dispatched', 'doing'],
}

/** Names a case for who reads of it. */
const called = (kase: CaseFacts) => `${kase.state} ${kase.desk} ${kase.level} ${kase.askerId || 'caller'}`

describe.each(services)('a case of %s', (_, rules) => {
  let states: CaseFacts[] = []
  let arrows: Arrow[] = []
  beforeAll(() => ({ states, arrows } = spaceOf(rules)), 240_000)

  /** Somebody before each case, for whom something does not hold. */
  const wrong = (among: CaseFacts[], holds: (kase: CaseFacts, name: Name) => string[]) =>
    among.flatMap((kase) =>
      names.flatMap((name) => holds(kase, name).map((what) => `${called(kase)}: ${name} ${what}`)),
    )

  test('goes through more than a hundred different ways, and every state of its way is met', () => {
    expect(states.length).toBeGreaterThan(100)
    const met = new Set(states.map(({ state }) => state))
    expect([...met]).toEqual(expect.arrayContaining(['waiting', 'doing', 'resolved', 'closed']))
  })

  test('always has somebody who has it, and it lies on her desk', () => {
    const ownerless = states.filter((kase) => {
      const owner = ownerOf(kase, rules)
      if (kase.desk !== deskOf(owner) || (kase.desk === '') !== (kase.state === 'closed')) return true
      if ((owner.id === '') !== (owner.kind === 'county')) return true
      if (isSealed(rules) && desks.includes(owner.kind)) return true
      if (owner.kind === 'record') return false
      return !people(kase, rules).some(({ viewer }) =>
        owner.kind === 'neighbours' ? viewer.parts.includes('neighbour') : isOwner(kase, viewer, rules),
      )
    })
    expect(ownerless.map(called)).toEqual([])
  })

  test('that is open always has a way on for a person, and one for the clock', () => {
    const byPeople = new Set(
      arrows.filter(({ by, from, to }) => by !== 'clock' && sameness(from) !== sameness(to)).map(({ from }) => from),
    )
    const stuck = states.filter((kase) => {
      if (kase.state === 'closed') return false
      const late = tick(kase, rules, kase.dueAt)
      const goesOn = late !== null && (late.set.state === 'closed' || saved(kase, late).dueAt > kase.dueAt)
      const isRunning = 0 < kase.nextAt && kase.nextAt <= kase.dueAt && tick(kase, rules, kase.nextAt - 1) === null
      return !byPeople.has(kase) || !goesOn || !isRunning
    })
    expect(stuck.map(called)).toEqual([])
  })

  test('that is closed has no clock, no desk and no place in an inbox', () => {
    for (const kase of states.filter(({ state }) => state === 'closed')) {
      expect(tick(kase, rules, Number.MAX_SAFE_INTEGER)).toBeNull()
      expect(kase).toMatchObject({ isOpen: false, openIn: '', sealedIn: '', desk: '', dueAt: 0, nextAt: 0 })
      expect(kase.outcome).not.toBeNull()
    }
  })

  test('is moved by nobody whom the table does not name, from nowhere else, and never elsewhere', () => {
    const broken = arrows.filter(({ by, move, from, to }) => {
      if (by === 'clock' || !move) return false
      const { to: goal } = moveRules[move.move]
      const wanted = goal === 'same' ? from.state : goal === 'before' ? from.before : goal
      return !table(from, move.move, by, rules) || ![wanted, ...(also[move.move] ?? [])].includes(to.state)
    })
    expect(broken.map(({ by, move, from, to }) => `${by} ${move?.move}: ${called(from)} → ${to.state}`)).toEqual([])
  })

  test('can be moved by everybody whom the table names, where nothing else speaks against it', () => {
    const kept = wrong(states, (kase, name) => {
      const may = mayDo(kase, viewerOf(kase, name, rules), rules, kase.createdAt)
      return told.filter((move) => may.includes(move) !== table(kase, move, name, rules))
    })
    expect(kept).toEqual([])
  })

  test('shows a button for each move that is not refused, and for no other', () => {
    const later: string[] = ['case.money_open', 'case.agreement_missing', 'case.picture_needed', 'case.too_much_spent']
    const differ = wrong(states, (kase, name) => {
      const may: string[] = mayDo(kase, viewerOf(kase, name, rules), rules, (kase.steps.at(-1)?.at ?? 0) + 60_000)
      const all = tried(kase, rules, name)
      const isPossibleOf = ({ decided }: (typeof all)[number]) => !isRefusal(decided) || later.includes(decided.refused)
      // Who can agree to nothing herself may show the sheet that a side signed: one button for both.
      const mayAgree = all.some((one) => one.move.move === 'agree' && isPossibleOf(one))
      return all.flatMap(({ move, decided }) => {
        const isPossible = move.move === 'agree' ? mayAgree : isPossibleOf({ move, decided })
        // Another unit than her own, or another case than fits, may still be named in vain.
        const isOther = !isPossible && ('unit' in move || move.move === 'merge')
        return isOther || may.includes(move.move) === isPossible ? [] : [move.move]
      })
    })
    expect(differ).toEqual([])
  }, 120_000)

  test('has somebody told of every reminder and every deadline that passes', () => {
    const silent = states.filter((kase) => {
      if (kase.state === 'closed') return false
      return [kase.nextAt, kase.dueAt].some((at) => {
        const change = tick(kase, rules, at)
        if (!change) return true
        const after = saved(kase, change)
        const all = after.steps.slice(-1).flatMap((step) => tellsOf(after, step, isSealed(rules)))
        return !all.some(({ to }) => to.kind !== 'asker' || after.askerId !== '' || after.enteredBy !== '')
      })
    })
    expect(silent.map(called)).toEqual([])
  })

  test('can come to its end from everywhere', () => {
    const into = new Map<string, string[]>()
    for (const { from, to } of arrows) {
      const key = sameness(to)
      const known = into.get(key)
      if (known) known.push(sameness(from))
      else into.set(key, [sameness(from)])
    }
    const ends = states.filter(({ state }) => state === 'closed').map(sameness)
    const reaches = new Set(ends)
    for (let next = ends; next.length > 0;) {
      next = next.flatMap((key) => into.get(key) ?? []).filter((key) => !reaches.has(key) && reaches.add(key))
    }
    expect(states.filter((kase) => !reaches.has(sameness(kase))).map(called)).toEqual([])
  })

  test('that was done, declined or not answered can be reopened for 30 days, and truly goes back', () => {
    const broken = states.filter((kase) => {
      const isEnd = kase.state === 'closed' && kase.outcome !== 'withdrawn' && kase.outcome !== 'merged'
      if (!isEnd) return false
      const may = (now: number) =>
        people(kase, rules).some(({ viewer }) => mayDo(kase, viewer, rules, now).includes('reopen'))
      return !may(kase.closedAt + reopenWithin) || may(kase.closedAt + reopenWithin + 1)
    })
    expect(broken.map(called)).toEqual([])
    for (const { from, to } of arrows.filter((arrow) => arrow.move?.move === 'reopen')) {
      expect(to).toMatchObject({ helpers: [], doerId: '', outcome: null, reopened: from.reopened + 1, closedAt: 0 })
      expect(['asked', 'dispatched']).toContain(to.state)
    }
  })

  test('is never scored or made good by anybody who had a hand in it', () => {
    const byDoers = arrows.filter(({ by, move, from }) => {
      if (by === 'clock' || !move || !['score', 'confirm', 'makeGood'].includes(move.move)) return false
      return isDoer(from, viewerOf(from, by, rules))
    })
    expect(byDoers.map(({ by, move, from }) => `${by} ${move?.move}: ${called(from)}`)).toEqual([])
  })

  test('never ends with money in somebody’s hands, nor leaves them with it', () => {
    const inHands = (kase: CaseFacts) => kase.state === 'doing' || kase.before === 'doing'
    const balance = (kase: CaseFacts) => moneyOf(kase.steps).balance
    expect(states.filter((kase) => balance(kase) < 0).map(called)).toEqual([])
    // What the desk wrote off is nobody's any more.
    const isLost = (from: CaseFacts, to: CaseFacts) => inHands(from) && !inHands(to) && balance(from) !== 0
    const lost = arrows.filter(({ from, to, move }) => move?.move !== 'clearMoney' && isLost(from, to))
    expect(lost.map(({ by, move, from, to }) => `${by} ${move?.move}: ${called(from)} → ${to.state}`)).toEqual([])
  })

  test('whose helpers vanished with the money is written off by the desk, which has it again then', () => {
    const isHeld = (kase: CaseFacts) => isInHands(kase) && kase.helpers.length > 0 && moneyOf(kase.steps).balance > 0
    const stuck = states.filter(isHeld).filter((known) => {
      const kase = { ...known, helpers: known.helpers.map((_, n) => `x${n}`) }
      const name: Name = kase.level === 'county' ? 'county' : 'staff'
      const now = (kase.steps.at(-1)?.at ?? 0) + 60_000
      const decided = decide(kase, { move: 'clearMoney', words: '联系不上' }, viewerOf(kase, name, rules), {
        now,
        rules,
      })
      if (isRefusal(decided)) return true
      const after = saved(kase, decided)
      return (
        moneyOf(after.steps).balance !== 0 ||
        !mayDo(after, viewerOf(after, name, rules), rules, now).includes('turnDown')
      )
    })
    expect(stuck.map(called)).toEqual([])
    expect(states.some(isHeld)).toBe(states.some((kase) => moneyOf(kase.steps).spent > 0))
  })

  test('that is sealed is seen and moved by its parties and the professional alone', () => {
    if (!isSealed(rules)) return expect(states.every(({ sealedIn }) => sealedIn === '')).toBe(true)
    // Another who keeps whom it is for is none of them: she may be the very one it is about.
    const inside: Name[] = ['asker', 'party', 'leading', 'joint', 'leader']
    expect(states.filter(({ openIn, shown }) => openIn !== '' || shown !== '').map(called)).toEqual([])
    const seen = wrong(states, (kase, name) => {
      if (inside.includes(name) || name === kase.enteredBy) return []
      const viewer = viewerOf(kase, name, rules)
      const sight = sightOf(kase, viewer, rules)
      return [...(sight === 'all' || sight === 'public' ? [sight] : []), ...mayDo(kase, viewer, rules, kase.createdAt)]
    })
    expect(seen).toEqual([])
  })

  test('is decided the same way twice, and what was decided on stays as it was', () => {
    for (const kase of states.slice(0, 20)) {
      const before = JSON.stringify(kase)
      const once = JSON.stringify(names.map((name) => tried(kase, rules, name)))
      expect(JSON.stringify(names.map((name) => tried(kase, rules, name)))).toBe(once)
      expect(JSON.stringify(kase)).toBe(before)
    }
  })
})

test('a case of the invented service asks for its picture before it is done', () => {
  const [, begun] = beginnings(invented)[0] ?? []
  if (!begun) throw new Error('it never began')
  const doing: CaseFacts = { ...begun, steps: [], state: 'doing', helpers: ['one', 'two', 'follower'] }
  const viewer = viewerOf(doing, 'one', invented)
  const move: Move = { move: 'resolve', words: '找到了', pictures: [] }
  const resolved = (kase: CaseFacts) => decide(kase, move, viewer, { now: doing.createdAt, rules: invented })
  const needed = { refused: 'case.picture_needed' }
  expect(resolved(doing)).toMatchObject(needed)
  const after = (turn: number) => [{ of: 'after', turn, state: 'pending' as const }]
  expect(resolved({ ...doing, pictures: after(4) })).not.toMatchObject(needed)
  // What it looked like before it went back shows nothing of how it is now.
  const [first] = begun.steps
  if (!first) throw new Error('it has no first step')
  const reopened: CaseFacts = { ...doing, steps: [{ ...first, turn: 6, move: 'reopen' }] }
  expect(resolved({ ...reopened, pictures: after(4) })).toMatchObject(needed)
  expect(resolved({ ...reopened, pictures: after(8) })).not.toMatchObject(needed)
})
