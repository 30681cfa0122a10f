import fc from 'fast-check'
import { readNameList, sortOut } from '@core/domain/name-list'

const read = (text: string) => readNameList(text).people.map(({ name, phone }) => `${name} ${phone}`.trim())

describe('a line is read, however it was typed', () => {
  test.each([
    ['a name alone', '何玉珍', ['何玉珍']],
    ['name and number', '何玉珍 13800000001', ['何玉珍 13800000001']],
    ['name and number without a space', '何玉珍13800000001', ['何玉珍 13800000001']],
    ['number first', '13800000001 何玉珍', ['何玉珍 13800000001']],
    ['a comma', '何玉珍,13800000001', ['何玉珍 13800000001']],
    ['a full-width comma', '何玉珍，13800000001', ['何玉珍 13800000001']],
    ['a tab, as from a spreadsheet', '何玉珍\t13800000001', ['何玉珍 13800000001']],
    ['dashes in the number', '何玉珍 138-0000-0001', ['何玉珍 13800000001']],
    ['spaces in the number', '何玉珍 138 0000 0001', ['何玉珍 13800000001']],
    ['+86 before the number', '何玉珍 +86 138 0000 0001', ['何玉珍 13800000001']],
    ['86 glued to the number', '何玉珍 8613800000001', ['何玉珍 13800000001']],
    ['twelve digits beside a name', '何玉珍１３８００００００００１', []],
    ['full-width digits', '何玉珍 １３８００００００１２', ['何玉珍 13800000012']],
    ['a landline', '何玉珍 0393-5201103', ['何玉珍 0393-5201103']],
    ['labels', '姓名：何玉珍 电话：13800000001', ['何玉珍 13800000001']],
    ['a number in a list', '1. 何玉珍', ['何玉珍']],
    ['a number and a Chinese mark', '12、何玉珍 13800000001', ['何玉珍 13800000001']],
    ['a number without a mark', '3 何玉珍', ['何玉珍']],
    ['a number glued to the name', '3何玉珍', ['何玉珍']],
    ['a number in a circle', '③何玉珍', ['何玉珍']],
    ['a remark in brackets', '何玉珍（带孙子）13800000001', ['何玉珍 13800000001']],
    ['age and house beside the name', '何玉珍 女 72岁 3号楼 13800000001', ['何玉珍 13800000001']],
    ['a name spread to the width of three', '张 三 13800000001', ['张三 13800000001']],
    ['a name with a dot', '买买提·艾力 13800000001', ['买买提·艾力 13800000001']],
    ['several names in one line', '何玉珍、许长山、郭淑芬', ['何玉珍', '许长山', '郭淑芬']],
    [
      'two people with numbers in one line',
      '何玉珍 13800000001，许长山 13800000002',
      ['何玉珍 13800000001', '许长山 13800000002'],
    ],
    ['a numbered name and a remark', '4. 何玉珍 晚到一会儿', ['何玉珍']],
  ])('%s', (_what, line, people) => expect(read(line)).toEqual(people))
})

test('the heading of a 接龙 and its example are no people', () => {
  const text = '#接龙\n周六义诊，量血压\n党群服务站 9:00\n\n例 姓名 电话\n1. 何玉珍 13800000001\n2. 许长山\n3. 郭淑芬+1'
  expect(readNameList(text)).toEqual({
    people: [
      { name: '何玉珍', phone: '13800000001' },
      { name: '许长山', phone: '' },
      { name: '郭淑芬', phone: '' },
    ],
    unread: [],
  })
})

test('column heads are passed over; a line without a name is given back as it stood', () => {
  expect(readNameList('序号,姓名,电话\n1,何玉珍,13800000001\n2,,13800000002\n??')).toEqual({
    people: [{ name: '何玉珍', phone: '13800000001' }],
    unread: ['2,,13800000002', '??'],
  })
})

test('what is only said beneath a list enters nobody', () => {
  const said = ['#周六包饺子', '谢谢队长', '收到', '好的', '辛苦大家了', '我们周六早上在门口见']
  expect(readNameList(['何玉珍', '买买提·艾力', '许长山、郭淑芬', ...said].join('\n'))).toEqual({
    people: ['何玉珍', '买买提·艾力', '许长山', '郭淑芬'].map((name) => ({ name, phone: '' })),
    unread: said,
  })
})

test('a number of too many digits is not cut to fit', () => {
  expect(read('何玉珍 138000000012345')).toEqual(['何玉珍'])
})

describe('who stands there twice', () => {
  const he = { name: '何玉珍', phone: '13800000001' }
  test('the same name and number is one person', () => {
    expect(sortOut([he, { ...he }])).toEqual({ people: [he], twice: ['何玉珍'], namesakes: [] })
  })
  test('the same name with another number, or none, is asked about', () => {
    const other = { name: '何玉珍', phone: '' }
    expect(sortOut([he, other])).toEqual({ people: [he, other], twice: [], namesakes: ['何玉珍'] })
  })
})

test('whatever was written down in a usual way is read back', () => {
  const surname = fc.constantFrom('何', '许', '郭', '程', '陶', '欧阳', '苏')
  const given = fc.constantFrom('玉珍', '长山', '淑芬', '乐乐', '国栋', '敏', '桂兰')
  const name = fc.tuple(surname, given).map(([a, b]) => a + b)
  const phone = fc.integer({ min: 0, max: 999_999_999 }).map((n) => `13${String(n).padStart(9, '0')}`)
  const shown = fc.constantFrom(
    (p: string) => p,
    (p: string) => `+86${p}`,
    (p: string) => `+86 ${p.slice(0, 3)} ${p.slice(3, 7)} ${p.slice(7)}`,
    (p: string) => `${p.slice(0, 3)}-${p.slice(3, 7)}-${p.slice(7)}`,
    (p: string) => [...p].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''),
  )
  const gap = fc.constantFrom(' ', '\t', '，', ',', '：', '  ', '')
  const numbering = fc.constantFrom(
    () => '',
    (n: number) => `${n}. `,
    (n: number) => `${n}、`,
    (n: number) => `（${n}）`,
    (n: number) => `${n} `,
  )
  const person = fc.record({ name, phone: fc.option(phone, { nil: '' }), shown, gap })
  fc.assert(
    fc.property(fc.array(person, { maxLength: 30 }), numbering, (people, number) => {
      const lines = people.map((each, n) =>
        [number(n + 1), each.name, each.phone && each.gap, each.phone && each.shown(each.phone)].join(''),
      )
      const wanted = people.map((each) => ({ name: each.name, phone: each.phone }))
      expect(readNameList(lines.join('\n'))).toEqual({ people: wanted, unread: [] })
    }),
  )
})

test('any text at all is read without a fault, and every name and number is one the cloud takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'何玉 1380-+.,、\n\t()（）#接龙:a') }), (text) => {
      for (const { name, phone } of readNameList(text).people) {
        expect(name).toMatch(/^\S{1,20}$/)
        expect(phone).toMatch(/^(1\d{10}|[\d-]{7,14})?$/)
      }
    }),
  )
})
