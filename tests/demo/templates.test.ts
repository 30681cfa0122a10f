import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { ActivityForm, colours } from '@core/contract'
import { activityTemplates } from '@core/services'
import { makeCounty } from '../../local/demo'

const folder = path.resolve(__dirname, '../../cloudfunctions/core/services/activities')
const places = makeCounty({ now: 0, seed: 1, scale: 0.1 }).places

describe('templates of activities', () => {
  test('each is one file of its name, at most 60 lines', () => {
    expect(readdirSync(folder).sort()).toEqual(activityTemplates.map(({ id }) => `${id}.ts`).sort())
    for (const file of readdirSync(folder)) {
      expect(readFileSync(path.join(folder, file), 'utf8').split('\n').length).toBeLessThanOrEqual(60)
    }
  })

  test('every colour has one', () => {
    expect(colours.filter((colour) => !activityTemplates.some((each) => each.colour === colour))).toEqual([])
  })

  test.each(activityTemplates.map((template) => [template.id, template] as const))('%s fills a form', (_, template) => {
    const startsAt = Date.parse('2026-11-28T00:00:00+08:00') + template.startHour * 3_600_000
    const endsAt = startsAt + template.minutes * 60_000
    const form = {
      teamId: 'liuwan-crafts',
      template: template.id,
      ...template,
      place: { id: null, name: '柳湾党群服务站', address: '', latitude: null, longitude: null },
      startsAt,
      endsAt,
      opensAt: 0,
      closesAt: startsAt,
      cancelBy: startsAt - template.cancelHours * 3_600_000,
      contact: { name: '苏桂兰', phone: '000-5201101' },
    }
    expect(v.safeParse(ActivityForm, form).issues).toBeUndefined()
    expect([...template.chip].length).toBeLessThanOrEqual(6)
    expect(JSON.stringify(template)).not.toMatch(/[!！]/)
    expect(places.some(({ functions }) => functions.includes(template.placeFunction))).toBe(true)
  })
})
