// What was asked in the demo county: one of each thing that can be met with, a year behind it, and all of it coherent.
import { moneyOf } from '@core/domain/money'
import { calendar } from '@core/domain/times'
import { leftOn } from '@core/domain/project-days'
import { caseServices } from '@core/services/cases'
import type { CaseDoc } from '@core/ports/documents'
import { demoPeople, makeCounty } from '../../local/demo'
import { caseIds } from '../../local/demo/case-ids'
import { paint, pictureAt } from '../../local/demo/cases/pictures'
import { personIdOf } from '../../local/demo/person-id'
import { caseProblems } from './check-cases'

const now = Date.parse('2026-11-22T08:20:00+08:00')
const county = makeCounty({ now, seed: 7 })
const idOf = (name: string) => personIdOf(demoPeople.find((each) => each.name === name)?.openid ?? '')
function kase(id: keyof typeof caseIds): CaseDoc {
  const found = county.cases.find(({ _id }) => _id === caseIds[id])
  if (!found) throw new Error(`no case ${id}`)
  return found
}
const moves = (id: keyof typeof caseIds) => kase(id).steps.map(({ move }) => move)

describe('what was asked in the demo county', () => {
  test('steps, desks, clocks, orders and sums say the same', () => {
    expect(caseProblems(county, now)).toEqual([])
  })

  test('the lane without lights is number 1127, at 县供电所, due on Thursday at five, with who else asked for it', () => {
    const lamp = kase('lamp')
    expect([lamp.number, lamp.state, lamp.desk]).toEqual([1127, 'doing', 'u_power'])
    expect([calendar(lamp.dueAt).weekday, calendar(lamp.dueAt).hour]).toEqual(['周四', 17])
    expect(lamp.steps.find(({ move }) => move === 'accept')?.by).toBe(idOf('秦卫东'))
    expect([lamp.askerId, lamp.enteredBy, lamp.caller?.name]).toEqual(['', idOf('贺小满'), '许长山'])
    expect([kase('lane').outcome, lamp.mine.includes(kase('lane').askerId)]).toEqual(['merged', true])
  })

  test('梁文娟 has one that waits for a team, one done that waits for her, an errand, an order and a question to the lawyer', () => {
    const hers = county.cases.filter(({ askerId, isOpen }) => askerId === idOf('梁文娟') && isOpen)
    expect(hers.map(({ _id }) => _id).sort()).toEqual(
      [caseIds.phone, caseIds.bins, caseIds.vegetables, caseIds.haircut, caseIds.lease, caseIds.wardrobe].sort(),
    )
    expect([kase('phone').state, kase('bins').desk]).toEqual(['dispatched', `a_${idOf('梁文娟')}`])
  })

  test('each state is met with in 柳湾, and every way in which it ends', () => {
    const own = county.cases.filter(({ communityId }) => communityId === 'liuwan')
    const states = new Set(own.map(({ state }) => state))
    expect(states.size).toBe(8)
    expect(new Set(county.cases.flatMap(({ outcome }) => outcome ?? []))).toEqual(
      new Set(['done', 'merged', 'withdrawn', 'declined']),
    )
    expect(new Set(own.map(({ service }) => service))).toEqual(new Set(caseServices.map(({ id }) => id)))
  })

  test('what is late has climbed; what was declined went to others; the community looks at few stars again', () => {
    expect([kase('lid').state, kase('lid').level, kase('lid').overdue > 0]).toEqual(['doing', 'county', true])
    expect([kase('pit').desk, kase('pit').level]).toEqual(['county', 'county'])
    expect(moves('again')).toEqual(expect.arrayContaining(['dispatch', 'decline', 'dispatch', 'accept']))
    expect(kase('again').units.map(({ id, isLead }) => [id, isLead])).toEqual([
      ['water', true],
      ['property-liuwan', false],
    ])
    expect([kase('flicker').stars, kase('flicker').desk]).toEqual([2, 's_liuwan'])
  })

  test('helpers of the errand still hold 8.80 of 50 yuan', () => {
    expect(kase('vegetables').helpers).toHaveLength(2)
    expect(moneyOf(kase('vegetables').steps)).toMatchObject({ advance: 5000, spent: 4120, returned: 0, balance: 880 })
  })

  test('the quarrel is in no list, and 方明远 has it', () => {
    const { openIn, sealedIn, shown, terms, desk } = kase('noise')
    expect({ openIn, sealedIn, shown, terms }).toEqual({ openIn: '', sealedIn: 'liuwan', shown: '', terms: [] })
    expect(desk).toBe('u_mediation-liuwan')
  })

  test('贺小满 has an urgent one on the desk of her compound', () => {
    expect([kase('burst').desk, kase('burst').isUrgent, kase('burst').clock]).toEqual(['g_liuwan-3', true, '2h'])
  })

  test('of the standing projects of 柳湾 one has no place left on its next day, others have', () => {
    const own = county.projects.filter(({ communityId }) => communityId === 'liuwan')
    expect(own.map(({ kind }) => kind).sort()).toEqual(
      ['bath-heater', 'blood-pressure', 'company', 'haircut', 'phone-lesson'].sort(),
    )
    const left = own.map((each) => leftOn(each, kase('haircut').project?.day ?? ''))
    expect(Math.min(...left)).toBe(0)
    expect(Math.max(...left)).toBeGreaterThan(0)
  })

  test('a year behind: dozens done in 柳湾, some in every community, most with stars', () => {
    const done = county.cases.filter(({ outcome }) => outcome === 'done')
    expect(done.filter(({ communityId }) => communityId === 'liuwan').length).toBeGreaterThanOrEqual(36)
    expect(new Set(done.map(({ communityId }) => communityId)).size).toBe(13)
    expect(done.filter(({ stars }) => stars !== null).length).toBeGreaterThan(done.length * 0.7)
    expect(county.cases.some(({ reopened }) => reopened > 0)).toBe(true)
    expect(new Set(county.casesums.map(({ month }) => month)).size).toBeGreaterThanOrEqual(10)
  })

  test('every picture of a case is one that is painted', () => {
    const files = county.cases.flatMap(({ pictures }) => pictures.map(({ fileId }) => fileId))
    expect(files.length).toBeGreaterThan(30)
    for (const file of files) {
      const found = pictureAt(file)
      expect(found && paint(found.name).subarray(1, 4).toString()).toBe('PNG')
    }
  })

  test('texts are calm', () => {
    for (const { words, steps } of county.cases) {
      expect([words, ...steps.map((step) => step.words)].join('')).not.toMatch(/[!！]/)
    }
  })
})
