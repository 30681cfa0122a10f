import { plainExtras, type ActivityForm } from '../../cloudfunctions/core/contract'
import { changedFields, concerning, formProblem } from '../../cloudfunctions/core/domain/form'

const hour = 3_600_000
const now = 1_800_000_000_000
const form: ActivityForm = {
  teamId: 'green',
  template: '',
  title: '一起扫扫咱们院',
  intro: '',
  place: { id: null, name: '东院', address: '', latitude: null, longitude: null },
  startsAt: now + 5 * hour,
  endsAt: now + 7 * hour,
  opensAt: now,
  closesAt: now + 5 * hour,
  cancelBy: now + 4 * hour,
  capacity: 20,
  audience: 'anyone',
  bring: ['手套'],
  contact: { name: '吴队长', phone: '0555-7654321' },
  ...plainExtras,
}

describe('the form of an activity', () => {
  test.each([
    ['can be published as it stands', {}, undefined],
    ['cannot start in the past', { startsAt: now }, 'activity.starts_in_past'],
    ['cannot end before it starts', { endsAt: now + 5 * hour }, 'activity.ends_before_start'],
    ['cannot last longer than a day', { endsAt: now + 29 * hour + 1 }, 'activity.too_long'],
    ['cannot take sign-ups after its end', { closesAt: now + 7 * hour + 1 }, 'activity.closes_after_end'],
    ['can take sign-ups until its end', { closesAt: now + 7 * hour }, undefined],
    ['cannot open after its deadline', { opensAt: now + 5 * hour }, 'activity.opens_after_close'],
  ])('%s', (_, change, code) => {
    expect(formProblem({ ...form, ...change }, now)?.refused).toBe(code)
  })

  test('an edit may leave a start that has passed as it was', () => {
    const started = { ...form, startsAt: now - hour, closesAt: now + hour }
    expect(formProblem(started, now, now - hour)).toBeNull()
    expect(formProblem(started, now, now - 2 * hour)?.refused).toBe('activity.starts_in_past')
  })

  test('what changed is found field by field, inside places and lists too', () => {
    expect(changedFields(form, { ...form })).toEqual([])
    expect(changedFields(form, { ...form, place: { ...form.place } })).toEqual([])
    expect(changedFields(form, { ...form, place: { ...form.place, name: '西院' } })).toEqual(['place'])
    expect(changedFields(form, { ...form, bring: ['手套', '帽子'], capacity: null })).toEqual(['bring', 'capacity'])
  })

  test('those who come are told of what concerns them, not of more seats', () => {
    expect(concerning(['capacity', 'closesAt'])).toEqual([])
    expect(concerning(['capacity', 'startsAt'])).toEqual(['startsAt'])
  })
})
