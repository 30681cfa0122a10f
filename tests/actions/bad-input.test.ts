// What the fuzz found, each as the rule it broke.
import { formFor, County, personIdOf } from './county'
import { settleCases, wishOf } from './cases'
import { dayOf } from '../../cloudfunctions/core/domain/times'
import { guestDoc } from './inputs'

const county = new County(['--no-fsync'])
beforeAll(() => settleCases(county), 60_000)
afterAll(() => county.end())

test('two who end a series at once both hear that it is ended', async () => {
  const form = formFor(county.now(), { capacity: null })
  const on = dayOf(form.startsAt)
  const rule = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: on, to: on, skip: [] }
  const { id } = await county.ask('leader', 'createSeries', { key: 'both', form, rule })
  const from = county.now()
  const codes = await Promise.all([
    county.refusalOf('leader', 'endSeries', { id, from, reason: '停电' }),
    county.refusalOf('leader', 'endSeries', { id, from, reason: '停电' }),
    county.refusalOf('staff', 'endSeries', { id, from, reason: '下雨' }),
    county.refusalOf('staff', 'endSeries', { id, from: from + 1, reason: '下雨' }),
  ])
  expect(codes).toEqual(['', '', '', ''])
})

test('somebody who asks twice at once to be forgotten is forgotten, and hears no fault', async () => {
  for (let n = 0; n < 5; n++) {
    const openid = `leaving${n}`
    await county.residents([openid])
    for (let wish = 0; wish < 3; wish++) await county.ask(openid, 'askCase', wishOf({ topic: 'around' }))
    const calls = Array.from({ length: 4 }, () => county.refusalOf(openid, 'eraseMe', { sure: true }))
    expect(await Promise.all(calls)).toEqual(['', '', '', ''])
    expect(await county.find('cases', { askerId: personIdOf(openid) })).toEqual([])
  }
})

test('who comes second to a record by name is told so, and nothing is written', async () => {
  const waits = { claimAsker: personIdOf('another'), claimAskedAt: county.now() }
  await county.add('dependents', [{ ...guestDoc('gWaits', 'resident'), ...waits }])
  const reply = await county.call('resident', 'claim', { id: 'gWaits' })
  expect(reply).toMatchObject({ ok: false, refusal: { refused: 'family.claim_waits' }, stats: { writes: 0 } })
})

test('what a phone puts in the place of a name is not in the log', async () => {
  const answers = [{ personId: 'x', values: { 王秀兰: 1, '13912345678': { $gt: '' } } }]
  await county.send('api', 'resident', { action: 'activity.join', input: { id: 'x', answers } })
  const log = await county.log()
  expect(log).toContain('bad_input')
  expect(log).not.toMatch(/王秀兰|13912345678/)
})

test('a place lies on the map, or is nowhere', async () => {
  const form = (latitude: number) => {
    const { place, ...rest } = formFor(county.now())
    return { ...rest, place: { ...place, latitude, longitude: 118 } }
  }
  expect(await county.refusalOf('leader', 'saveDraft', { key: 'map', form: form(31) })).toBe('')
  for (const latitude of [1e308, -91])
    expect(await county.refusalOf('leader', 'saveDraft', { key: 'map', form: form(latitude) })).toBe('bad_input')
})
