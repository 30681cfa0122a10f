import { type LocalCloud } from '../../local/cloud/server'
import { launch, plain, removeFolders, run } from './launch'
import { type Row } from './sdk'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await launch({ collections: { rows: plain } })
  await run(cloud, async ({ db }) => {
    await db.collection('rows').add({
      data: {
        _id: 'one',
        n: 7,
        half: 2.5,
        minus: -2.5,
        none: null,
        yes: true,
        text: 'Grüße 🌼 an',
        at: new Date('2019-05-14T09:38:51.686Z'),
        newYear: new Date('2021-01-01T00:30:00.000Z'),
        summer: new Date('2021-07-01T12:00:00.000Z'),
        list: [3, 1, 2, 3],
        rows: [{ k: 'a', v: 1 }, { k: 'b', v: 2 }, { w: 3 }],
        grid: [[1, 2], [3]],
        object: { a: 1, b: { c: 2 } },
      },
    })
  })
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

interface Pipeline {
  project(spec: Row): { end(): Promise<{ list: Row[] }> }
}

type Sdk = { db: { collection(name: string): { aggregate(): Pipeline } } }

/** Expressions by name, worked out on the one document in one request; dates come as `{date}`. */
async function workedOut(expressions: Row): Promise<Row> {
  const project = async ({ db }: Sdk, given: Row) => {
    const { list } = await db
      .collection('rows')
      .aggregate()
      .project({ _id: 0, ...given })
      .end()
    const named = Object.entries(list[0] ?? {})
    return Object.fromEntries(named.map(([name, value]) => [name, value instanceof Date ? { date: value } : value]))
  }
  return run(cloud, project as Parameters<typeof run<Row, Row>>[1], expressions)
}

type Table = [expression: unknown, value: unknown][]

async function check(table: Table) {
  const found = await workedOut(Object.fromEntries(table.map(([expression], i) => [`e${i}`, expression])))
  // Side by side, so that a difference names its expression.
  const pairs = table.map(([expression], i) => [expression, found[`e${i}`]])
  expect(pairs).toEqual(
    table.map(([expression, value]) => [expression, value instanceof Date ? { date: value.toISOString() } : value]),
  )
}

test('numbers', () =>
  check([
    [{ $add: ['$n', 1, 0.5] }, 8.5],
    [{ $add: ['$at', 1000] }, new Date('2019-05-14T09:38:52.686Z')],
    [{ $add: ['$n', '$none'] }, null],
    [{ $subtract: ['$at', 686] }, new Date('2019-05-14T09:38:51.000Z')],
    [{ $subtract: ['$summer', '$newYear'] }, 15679800000],
    [{ $multiply: ['$n', 3] }, 21],
    [{ $divide: ['$n', 2] }, 3.5],
    [{ $mod: ['$n', 4] }, 3],
    [{ $mod: ['$minus', 2] }, -0.5],
    [{ $mod: ['$none', 2] }, null],
    [{ $abs: '$minus' }, 2.5],
    [{ $abs: ['$minus'] }, 2.5],
    [{ $ceil: '$minus' }, -2],
    [{ $floor: '$minus' }, -3],
    [{ $trunc: '$minus' }, -2],
    [{ $trunc: [1234.567, 1] }, 1234.5],
    [{ $trunc: [1234.567, -2] }, 1200],
    [{ $round: ['$half'] }, 2],
    [{ $round: [3.5, 0] }, 4],
    [{ $round: [2.675, 2] }, 2.68],
    [{ $round: [-1.25, 1] }, -1.2],
    [{ $round: [1250, -2] }, 1200],
    [{ $sqrt: 49 }, 7],
    [{ $pow: [2, -2] }, 0.25],
    [{ $exp: 0 }, 1],
    [{ $ln: 1 }, 0],
    [{ $log10: 1000 }, 3],
    [{ $log: [8, 2] }, 3],
    [{ $sum: '$list' }, 9],
    [{ $sum: ['$n', '$half', 'text'] }, 9.5],
    [{ $avg: '$list' }, 2.25],
    [{ $avg: '$text' }, null],
    [{ $max: ['$n', '$half', '$none'] }, 7],
    [{ $min: '$list' }, 1],
    [{ $stdDevPop: [1, 3] }, 1],
    [{ $stdDevSamp: [1] }, null],
    [{ $sum: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1] }, 1],
  ]))

test('comparisons go across types, and null is not missing', () =>
  check([
    [{ $eq: ['$none', null] }, true],
    [{ $eq: ['$missing', null] }, false],
    [{ $eq: ['$missing', '$absent'] }, true],
    [{ $eq: ['$list', 3] }, false],
    [{ $eq: ['$grid', [[1, 2], [3]]] }, true],
    [{ $ne: ['$n', 7] }, false],
    [{ $gt: ['text', 5] }, true],
    [{ $lt: ['$missing', null] }, true],
    [{ $lt: [null, 0] }, true],
    [{ $gt: ['$list', '$object'] }, true],
    [{ $gte: ['$yes', false] }, true],
    [
      {
        $lte: [
          [1, 2],
          [1, 2, 0],
        ],
      },
      true,
    ],
    [{ $cmp: ['$n', 8] }, -1],
    [{ $cmp: ['$at', '$at'] }, 0],
  ]))

test('logic: only false, zero, null and missing are false', () =>
  check([
    [{ $and: ['', [], {}, '$at'] }, true],
    [{ $and: ['$n', 0] }, false],
    [{ $and: [] }, true],
    [{ $or: ['$none', '$missing', 0, false] }, false],
    [{ $or: [] }, false],
    [{ $not: [''] }, false],
    [{ $not: '$missing' }, true],
    [{ $cond: ['', 'yes', 'no'] }, 'yes'],
    [{ $cond: { if: '$none', then: 1, else: '$n' } }, 7],
    [{ $ifNull: ['$none', 'else'] }, 'else'],
    [{ $ifNull: ['$missing', '$absent'] }, undefined],
    [{ $switch: { branches: [{ case: { $gt: ['$n', 9] }, then: 'big' }], default: 'small' } }, 'small'],
    [
      {
        $switch: {
          branches: [
            { case: 0, then: 1 },
            { case: '$yes', then: 2 },
          ],
        },
      },
      2,
    ],
  ]))

test('texts are counted in characters or bytes as asked', () =>
  check([
    [{ $concat: ['$text', '!'] }, 'Grüße 🌼 an!'],
    [{ $concat: ['$text', '$missing'] }, null],
    [{ $strLenCP: '$text' }, 10],
    [{ $strLenBytes: '$text' }, 15],
    [{ $substr: ['$text', 0, 2] }, 'Gr'],
    [{ $substr: ['$text', 8, -1] }, '🌼 an'],
    [{ $substrBytes: ['$text', 2, 2] }, 'ü'],
    [{ $substrBytes: ['$text', 99, 2] }, ''],
    [{ $substrBytes: ['$missing', 0, 2] }, ''],
    [{ $substr: ['$n', 0, -1] }, '7'],
    [{ $substr: ['$at', 0, 10] }, '2019-05-14'],
    [{ $substrCP: ['$text', 2, 3] }, 'üße'],
    [{ $substrCP: ['$text', 6, 99] }, '🌼 an'],
    [{ $indexOfCP: ['$text', '🌼'] }, 6],
    [{ $indexOfCP: ['$text', 'a', 7, 8] }, -1],
    [{ $indexOfCP: ['$text', '', 10] }, 10],
    [{ $indexOfCP: ['$text', 'n', 11] }, -1],
    [{ $indexOfCP: ['$none', 'n'] }, null],
    [{ $indexOfBytes: ['$text', '🌼'] }, 8],
    [{ $indexOfBytes: ['cafeteria', 'e', 4] }, 5],
    [{ $split: ['a-b--c', '-'] }, ['a', 'b', '', 'c']],
    [{ $split: ['$none', '-'] }, null],
    [{ $toUpper: '$text' }, 'GRüßE 🌼 AN'],
    [{ $toLower: ['ÄPfel'] }, 'Äpfel'],
    [{ $toUpper: '$missing' }, ''],
    [{ $strcasecmp: ['abc', 'ABD'] }, -1],
    [{ $strcasecmp: ['$none', ''] }, 0],
    [{ $trim: { input: '  \n蒲 公英\t ' } }, '蒲 公英'],
    [{ $ltrim: { input: 'xxyxa', chars: 'xy' } }, 'a'],
    [{ $rtrim: { input: 'a--', chars: '-' } }, 'a'],
    [{ $regexMatch: { input: '$text', regex: '^gr', options: 'i' } }, true],
    [{ $regexFind: { input: '$text', regex: '(a)(x)?n' } }, { match: 'an', idx: 8, captures: ['a', null] }],
    [
      { $regexFindAll: { input: 'abab', regex: 'a(b)' } },
      [
        { match: 'ab', idx: 0, captures: ['b'] },
        { match: 'ab', idx: 2, captures: ['b'] },
      ],
    ],
    [{ $replaceOne: { input: 'a.a', find: 'a', replacement: { $literal: '$&' } } }, '$&.a'],
    [{ $replaceAll: { input: 'a.a', find: '.', replacement: '-' } }, 'a-a'],
  ]))

test('lists, sets and objects', () =>
  check([
    [{ $arrayElemAt: ['$list', -1] }, 3],
    [{ $arrayElemAt: ['$list', 9] }, undefined],
    [{ $arrayElemAt: ['$none', 0] }, null],
    [{ $first: '$list' }, 3],
    [{ $last: '$list' }, 3],
    [{ $size: '$list' }, 4],
    [{ $isArray: '$list' }, true],
    [{ $isArray: ['$n'] }, false],
    [{ $concatArrays: ['$list', ['$n', '$missing']] }, [3, 1, 2, 3, 7, null]],
    [{ $in: [2, '$list'] }, true],
    [{ $in: [[3], '$grid'] }, true],
    [{ $in: [3, '$grid'] }, false],
    [{ $indexOfArray: ['$list', 3, 1] }, 3],
    [{ $indexOfArray: ['$list', 9, 1] }, -1],
    [{ $indexOfArray: ['$list', 3, 1, 3] }, -1],
    [{ $reverseArray: '$list' }, [3, 2, 1, 3]],
    [{ $slice: ['$list', 2] }, [3, 1]],
    [{ $slice: ['$list', -2] }, [2, 3]],
    [{ $slice: ['$list', 1, 2] }, [1, 2]],
    [{ $slice: ['$list', -9, 2] }, [3, 1]],
    [{ $slice: ['$none', 1] }, null],
    [{ $range: [0, 5, 2] }, [0, 2, 4]],
    [{ $range: [5, 0, -2] }, [5, 3, 1]],
    [{ $range: [5, 0] }, []],
    [{ $map: { input: '$list', as: 'x', in: { $add: ['$$x', '$n'] } } }, [10, 8, 9, 10]],
    [{ $map: { input: '$rows', in: '$$this.v' } }, [1, 2, null]],
    [{ $filter: { input: '$rows', as: 'row', cond: { $gt: ['$$row.v', 1] } } }, [{ k: 'b', v: 2 }]],
    [{ $filter: { input: '$none', cond: true } }, null],
    [{ $reduce: { input: '$list', initialValue: '$n', in: { $add: ['$$value', '$$this'] } } }, 16],
    [
      { $reduce: { input: '$grid', initialValue: [], in: { $concatArrays: ['$$value', '$$this', ['$n']] } } },
      [1, 2, 7, 3, 7],
    ],
    [
      { $zip: { inputs: ['$list', ['a', null]] } },
      [
        [3, 'a'],
        [1, null],
      ],
    ],
    [
      { $zip: { inputs: [['a', null], '$list'], useLongestLength: true, defaults: ['-', 0] } },
      [
        ['a', 3],
        [null, 1],
        ['-', 2],
        ['-', 3],
      ],
    ],
    [{ $zip: { inputs: [[], '$list'] } }, []],
    [
      {
        $arrayToObject: [
          [
            ['a', [1, 2]],
            ['b', '$n'],
          ],
        ],
      },
      { a: [1, 2], b: 7 },
    ],
    [{ $arrayToObject: { $slice: ['$rows', 2] } }, { a: 1, b: 2 }],
    [
      { $objectToArray: '$object' },
      [
        { k: 'a', v: 1 },
        { k: 'b', v: { c: 2 } },
      ],
    ],
    [{ $mergeObjects: ['$object', '$none', { b: '$n' }] }, { a: 1, b: 7 }],
    [{ $mergeObjects: '$rows' }, { k: 'b', v: 2, w: 3 }],
    [{ $setUnion: ['$list', [5, 1]] }, [1, 2, 3, 5]],
    [{ $setIntersection: ['$list', [3, 2, 9]] }, [2, 3]],
    [{ $setDifference: ['$list', [2]] }, [3, 1]],
    [{ $setEquals: ['$list', [1, 2, 3]] }, true],
    [{ $setIsSubset: [[1, 3], '$list'] }, true],
    [{ $allElementsTrue: [['', 1, []]] }, true],
    [{ $anyElementTrue: [[0, null, false]] }, false],
    ['$rows.v', [1, 2]],
    ['$object.b.c', 2],
    ['$object.b.c.d', undefined],
    [
      ['$n', '$missing'],
      [7, null],
    ],
    [{ $let: { vars: { a: '$n', b: 2 }, in: { $multiply: ['$$a', '$$b'] } } }, 14],
    [{ $let: { vars: { o: '$object' }, in: '$$o.b.c' } }, 2],
    ['$$ROOT.object.a', 1],
    ['$$CURRENT.n', 7],
    [{ $literal: '$n' }, '$n'],
    [{ $cond: ['$yes', '$$REMOVE', 1] }, undefined],
  ]))

test('types are named and converted', () =>
  check([
    [{ $type: '$n' }, 'int'],
    [{ $type: '$half' }, 'double'],
    [{ $type: '$missing' }, 'missing'],
    [{ $type: '$none' }, 'null'],
    [{ $type: '$yes' }, 'bool'],
    [{ $type: '$at' }, 'date'],
    [{ $type: '$list' }, 'array'],
    [{ $type: { $literal: 4_000_000_000 } }, 'long'],
    [{ $toString: '$half' }, '2.5'],
    [{ $toString: '$at' }, '2019-05-14T09:38:51.686Z'],
    [{ $toInt: '$minus' }, -2],
    [{ $toInt: '12' }, 12],
    [{ $toLong: '$at' }, 1557826731686],
    [{ $toDouble: '1e3' }, 1000],
    [{ $toDouble: '$yes' }, 1],
    [{ $toBool: 'false' }, true],
    [{ $toBool: 0 }, false],
    [{ $toDate: '2019-05-14' }, new Date('2019-05-14T00:00:00.000Z')],
    [{ $toDate: 1557826731686 }, new Date(1557826731686)],
    [{ $toInt: '$none' }, null],
    [{ $convert: { input: 'x', to: 'int', onError: 'no number' } }, 'no number'],
    [{ $convert: { input: '$none', to: 'int', onNull: 0 } }, 0],
    [{ $convert: { input: '$n', to: 2 } }, '7'],
  ]))

test('parts of dates, as clocks in a zone show them', () =>
  check([
    [{ $year: '$at' }, 2019],
    [{ $month: '$at' }, 5],
    [{ $dayOfMonth: '$at' }, 14],
    [{ $hour: '$at' }, 9],
    [{ $minute: '$at' }, 38],
    [{ $second: '$at' }, 51],
    [{ $millisecond: '$at' }, 686],
    [{ $dayOfWeek: '$at' }, 3],
    [{ $dayOfYear: '$at' }, 134],
    [{ $week: '$at' }, 19],
    [{ $isoWeek: '$at' }, 20],
    [{ $isoDayOfWeek: '$at' }, 2],
    [{ $isoWeekYear: '$at' }, 2019],
    [{ $week: '$newYear' }, 0],
    [{ $isoWeek: '$newYear' }, 53],
    [{ $isoWeekYear: '$newYear' }, 2020],
    [{ $isoDayOfWeek: '$newYear' }, 5],
    [{ $year: { date: '$newYear', timezone: 'America/New_York' } }, 2020],
    [{ $hour: { date: '$newYear', timezone: 'Asia/Shanghai' } }, 8],
    [{ $hour: { date: '$newYear', timezone: '-03:30' } }, 21],
    [{ $minute: { date: '$newYear', timezone: 'Asia/Kolkata' } }, 0],
    [{ $hour: { date: '$newYear', timezone: 'Europe/Berlin' } }, 1],
    [{ $hour: { date: '$summer', timezone: 'Europe/Berlin' } }, 14],
    [{ $year: '$none' }, null],
    [{ $year: { date: '$at', timezone: '$missing' } }, null],
    [
      { $dateToParts: { date: '$at', timezone: '+0800' } },
      { year: 2019, month: 5, day: 14, hour: 17, minute: 38, second: 51, millisecond: 686 },
    ],
    [
      { $dateToParts: { date: '$newYear', iso8601: true } },
      { isoWeekYear: 2020, isoWeek: 53, isoDayOfWeek: 5, hour: 0, minute: 30, second: 0, millisecond: 0 },
    ],
  ]))

test('dates from parts and texts, and texts from dates', () =>
  check([
    [
      { $dateFromParts: { year: 2017, month: 2, day: 8, hour: 12, timezone: 'America/New_York' } },
      new Date('2017-02-08T17:00:00Z'),
    ],
    [{ $dateFromParts: { year: 2021, month: 7, timezone: 'Europe/Berlin' } }, new Date('2021-06-30T22:00:00Z')],
    [{ $dateFromParts: { year: 2020, month: 14, day: -1, hour: 25 } }, new Date('2021-01-31T01:00:00Z')],
    [{ $dateFromParts: { year: 2017, month: 2, day: 30 } }, new Date('2017-03-02T00:00:00Z')],
    [{ $dateFromParts: { isoWeekYear: 2020, isoWeek: 53, isoDayOfWeek: 5 } }, new Date('2021-01-01T00:00:00Z')],
    [{ $dateFromParts: { year: 2017, month: '$none' } }, null],
    [{ $dateToString: { date: '$at' } }, '2019-05-14T09:38:51.686Z'],
    [
      { $dateToString: { date: '$at', format: '%d.%m.%Y %H:%M:%S.%L', timezone: 'Asia/Shanghai' } },
      '14.05.2019 17:38:51.686',
    ],
    [{ $dateToString: { date: '$newYear', format: '%G-W%V-%u %j %U %w %%Y' } }, '2020-W53-5 001 00 6 %Y'],
    [{ $dateToString: { date: '$summer', format: '%z %Z', timezone: 'Asia/Kolkata' } }, '+0530 +330'],
    [{ $dateToString: { date: '$none', onNull: '-' } }, '-'],
    [{ $dateToString: { date: '$missing' } }, null],
    [{ $dateFromString: { dateString: '2017-02-08T12:10:40.787Z' } }, new Date('2017-02-08T12:10:40.787Z')],
    [{ $dateFromString: { dateString: '2017-02-08' } }, new Date('2017-02-08T00:00:00Z')],
    [
      { $dateFromString: { dateString: '2017-02-08 12:10', timezone: 'Asia/Shanghai' } },
      new Date('2017-02-08T04:10:00Z'),
    ],
    [{ $dateFromString: { dateString: '2017-02-08T12:10:40+08:00' } }, new Date('2017-02-08T04:10:40Z')],
    [{ $dateFromString: { dateString: '06.05.2018 07', format: '%d.%m.%Y %H' } }, new Date('2018-05-06T07:00:00Z')],
    [{ $dateFromString: { dateString: '2020 53 5', format: '%G %V %u' } }, new Date('2021-01-01T00:00:00Z')],
    [{ $dateFromString: { dateString: '2021-032', format: '%Y-%j' } }, new Date('2021-02-01T00:00:00Z')],
    [{ $dateFromString: { dateString: '2017-02-30', onError: 'no day' } }, 'no day'],
    [{ $dateFromString: { dateString: '$none', onNull: 'nothing' } }, 'nothing'],
  ]))

test('what cannot be worked out is refused in MongoDB’s words, what is not supported by name', async () => {
  const cases: [unknown, string][] = [
    [{ $divide: [1, 0] }, "can't $divide by zero"],
    [{ $mod: [1, 0] }, "can't $mod by zero"],
    [{ $add: ['$text', 1] }, '$add only supports numeric types, not string'],
    [{ $sqrt: '$minus' }, 'greater than or equal to 0'],
    [{ $ln: 0 }, 'must be a positive number'],
    [{ $substrCP: ['$text', 0, -1] }, 'length must be a non-negative number'],
    [{ $substrBytes: ['$text', 3, 1] }, 'UTF-8 continuation byte'],
    [{ $size: '$missing' }, 'must be an array, but was of type: missing'],
    [{ $in: [1, '$n'] }, '$in requires an array as a second argument, found: int'],
    [{ $year: '$text' }, "can't convert from BSON type string to Date"],
    [{ $year: { date: '$at', timezone: 'Mars/Base' } }, 'unrecognized time zone identifier: "Mars/Base"'],
    [{ $dateToString: { date: '$at', format: '%Q' } }, "Invalid format character '%Q'"],
    [{ $dateFromString: { dateString: 'tomorrow' } }, "Error parsing date string 'tomorrow'"],
    [{ $dateFromString: { dateString: '2017-02-08T00:00:00Z', timezone: '+08' } }, 'together with a timezone argument'],
    [{ $switch: { branches: [{ case: false, then: 1 }] } }, 'no default was specified'],
    [{ $toInt: 'abc' }, "Failed to parse number 'abc'"],
    [{ $toInt: 3e9 }, 'Conversion would overflow target type'],
    [{ $cmp: [1] }, 'Expression $cmp takes exactly 2 arguments. 1 were passed in.'],
    [{ $eq: ['$n', 1], $gt: ['$n', 0] }, 'must have exactly one field'],
    [{ $map: { input: '$n', in: 1 } }, 'input to $map must be an array not int'],
    [{ $toDecimal: '$n' }, 'local cloud does not support the expression operator $toDecimal'],
    [{ $dateAdd: { startDate: '$at', unit: 'day', amount: 1 } }, 'does not support the expression operator $dateAdd'],
    [{ $function: { body: '', args: [], lang: 'js' } }, 'does not support the expression operator $function'],
    ['$list.0', 'does not support positions in the path of an expression'],
    ['$$NOW', 'does not support $$NOW'],
  ]
  for (const [expression, text] of cases) await expect(workedOut({ e: expression })).rejects.toThrow(text)
})
