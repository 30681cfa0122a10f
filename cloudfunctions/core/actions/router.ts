import * as v from 'valibot'
import { isRefusal, refuse, Request, type Refusal, type Reply } from '../contract'
import { openidOfCaller } from '../ports/cloud'
import { countAnew, inLog, log, spent, withoutValues } from '../ports/log'
import { messageOf } from '../ports/store'
import { noteGuess, tooManyGuesses } from './guessing'
import type { Route } from './kernel'
import { withinAllowance } from './numbers-read'
import { secondsToWait } from './pace'
import { noteSlow } from './slow'
import { worldOf, type World } from './world'

/** Answers one call of the phone with one of these routes, leaves one line in the log, and never throws. */
export async function answer(event: unknown, routes: ReadonlyMap<string, Route>): Promise<Reply> {
  countAnew()
  const world = worldOf(openidOfCaller())
  const request = v.safeParse(Request, event)
  const route = request.success ? routes.get(request.output.action) : undefined
  try {
    const seconds = await secondsToWait(world)
    if (seconds > 0) return refused(world, route, refuse('access.too_often', { seconds }))
    const input = request.success && route ? v.safeParse(route.action.input, request.output.input) : undefined
    if (!route || !input?.success) {
      note(world, route, { outcome: 'bad_input', at: pathsOf(input?.issues ?? []) }, true)
      return { ok: false, fault: { kind: 'bad_input', safeToRepeat: true }, trace: world.trace }
    }
    const guessed = tooManyGuesses(route.action.name, world)
    if (guessed) return refused(world, route, guessed)
    const { name } = route.action
    const reply = await carryOut(route, input.output, world).finally(() => noteSlow(world, name))
    await noteGuess(name, reply, world)
    if (!reply.ok && 'refusal' in reply) return refused(world, route, reply.refusal)
    note(world, route, { outcome: 'ok' })
    return reply
  } catch (error) {
    const fault = withoutValues(messageOf(error))
    note(world, route, { outcome: 'fault', fault, stack: placesOf(error) }, true)
    return { ok: false, fault: { kind: 'fault', safeToRepeat: true }, trace: world.trace }
  }
}

async function carryOut(route: Route, input: unknown, world: World): Promise<Reply> {
  const person = world.id ? await world.store.read('people', world.id) : null
  const result = await route.answer(input, { ...world, person })
  if (isRefusal(result)) return { ok: false, refusal: result, trace: world.trace }
  // What the contract does not name never leaves the cloud.
  const output = v.safeParse(route.action.output, result)
  if (!output.success) throw new Error(`the output does not keep the contract: ${pathsOf(output.issues)}`)
  return { ok: true, data: await withinAllowance(route.action.name, input, output.output, world), trace: world.trace }
}

function refused(world: World, route: Route | undefined, refusal: Refusal): Reply {
  note(world, route, { outcome: 'refused', refused: refusal.refused })
  return { ok: false, refusal, trace: world.trace }
}

const mostCharacters = 200

/** Where the input is wrong, by the names of the contract: what a phone put in the place of a name stays out. */
const pathsOf = (issues: readonly v.BaseIssue<unknown>[]) =>
  issues
    .map((issue) => (v.getDotPath(issue) ?? '').replace(/[^\w.]|\d{4,}/g, '…'))
    .join(' ')
    .slice(0, mostCharacters)

/** One line in the log: which action, by whom as a hash, what it cost, and what became of it. */
function note(
  { trace, id, now }: World,
  route: Route | undefined,
  facts: Record<string, unknown>,
  isWrong = false,
): void {
  const action = route?.action.name ?? ''
  log({ trace, action, who: inLog(id), ms: Date.now() - now, ...spent, ...facts }, isWrong)
}

const placesOf = (error: unknown) =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 5)
        .map((line) => line.trim())
    : []
