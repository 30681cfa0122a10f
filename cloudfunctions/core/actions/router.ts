import * as v from 'valibot'
import { isRefusal, Request, type Reply } from '../contract'
import { openidOfCaller } from '../ports/cloud'
import { messageOf } from '../ports/store'
import type { Route } from './kernel'
import { worldOf, type World } from './world'

/** Answers one call of the phone with one of these routes; never throws. */
export async function answer(event: unknown, routes: ReadonlyMap<string, Route>): Promise<Reply> {
  const world = worldOf(openidOfCaller())
  const request = v.safeParse(Request, event)
  const route = request.success ? routes.get(request.output.action) : undefined
  const input = request.success && route ? v.safeParse(route.action.input, request.output.input) : undefined
  if (!route || !input?.success) {
    note(world, { action: route?.action.name ?? '', badInput: pathsOf(input?.issues ?? []) })
    return { ok: false, fault: { kind: 'bad_input', safeToRepeat: true }, trace: world.trace }
  }
  try {
    return await carryOut(route, input.output, world)
  } catch (error) {
    note(world, { action: route.action.name, fault: messageOf(error).slice(0, 400), stack: placesOf(error) })
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
  return { ok: true, data: output.output, trace: world.trace }
}

const pathsOf = (issues: readonly v.BaseIssue<unknown>[]) => issues.map((issue) => v.getDotPath(issue) ?? '').join(' ')

/** One line in the log: what happened to whom by id, with no words, names or numbers of people. */
function note({ trace, id }: World, facts: Record<string, unknown>): void {
  console.error(JSON.stringify({ trace, by: id, ...facts }))
}

const placesOf = (error: unknown) =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .slice(1, 6)
        .map((line) => line.trim())
    : []
