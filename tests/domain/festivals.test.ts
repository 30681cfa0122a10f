import { SolarDay } from 'tyme4ts'
import { festivalsBetween } from '../../cloudfunctions/core/domain/festivals'

const all = festivalsBetween('2026-01-01', '2028-12-31')
const on = (day: string) => festivalsBetween(day, day).map(({ name, isDayOff }) => `${name}${isDayOff ? '，放假' : ''}`)

describe('festivals by day', () => {
  test('a public holiday that was announced has all its days, and none of the days worked for it', () => {
    const newYear = all.filter(({ name, day }) => name === '春节' && day.startsWith('2026'))
    expect(newYear.map(({ day }) => day)).toEqual(
      ['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((date) => `2026-02-${date}`),
    )
    expect(on('2026-02-14')).toEqual([])
    expect(on('2026-10-07')).toEqual(['国庆节，放假'])
  })

  test('in a year not announced yet the days of the law are off', () => {
    const off = all.filter(({ day, isDayOff }) => isDayOff && day.startsWith('2027')).map(({ day }) => day.slice(5))
    expect(off).toEqual('01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03'.split(' '))
    expect(on('2028-10-03')).toEqual(['国庆节，放假', '中秋节，放假'])
  })

  test('lunar festivals carry their names, also where nobody is off', () => {
    expect(on('2026-10-18')).toEqual(['重阳节'])
    expect(on('2027-02-20')).toEqual(['元宵节'])
    expect(on('2026-11-22')).toEqual([])
  })

  test('the table says what the lunar calendar says', () => {
    const lunar = ['腊八节', '除夕', '元宵节', '七夕节', '重阳节', '冬至节']
    for (const { day, name } of all.filter((each) => lunar.includes(each.name))) {
      const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
      expect([day, SolarDay.fromYmd(year, month, date).getLunarDay().getFestival()?.getName()]).toEqual([day, name])
    }
  })

  test('is in order, each day and name once', () => {
    const keys = all.map(({ day, name }) => `${day} ${name}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(all.map(({ day }) => day)).toEqual(all.map(({ day }) => day).sort())
  })
})
