// Values that no phone of ours sends.
import fc from 'fast-check'

const deep = (levels: number): unknown =>
  levels === 0 ? [] : levels % 2 ? [deep(levels - 1)] : { a: deep(levels - 1) }
/** As it comes over the wire: with a key of its own that is called so. */
const parsed = (text: string): unknown => JSON.parse(text)

const operators = [
  { $gt: '' },
  { $ne: null },
  { $in: ['east'] },
  { $regex: '.*' },
  { $where: 'sleep(1000)' },
  { $exists: true },
  { $or: [{}] },
  { $set: { county: true } },
  { 'a.b': 1 },
  { $expr: { $eq: [1, 1] } },
  '$where',
  'people.county',
  '$$ROOT',
]
const lookalikes = [
  { $date: 1 },
  { $date: { $numberLong: '1' } },
  { $oid: '507f1f77bcf86cd799439011' },
  { $numberInt: '1' },
  { $numberDouble: 'NaN' },
  { $numberDouble: 'Infinity' },
  { $tcb_server_date: { offset: 0 } },
  { $undefined: true },
  { $binary: { base64: 'AA==', subType: '00' } },
  { $regularExpression: { pattern: '.*', options: '' } },
]
const prototypes = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'prototype',
  parsed('{"__proto__":{"cursor":5,"people":5,"county":true,"staffOf":["east"]}}'),
  parsed('{"constructor":{"prototype":{"cursor":5,"people":5}}}'),
  { toString: 1, valueOf: 1, toJSON: 1, length: 1e9 },
  { length: 3, 0: 'east' },
]
const odd = [
  ...[
    '',
    ' ',
    '　　',
    '\u0000',
    '\ud800',
    'a\udc00b',
    '\u202e\u2066',
    '\u200b',
    '\ufeff',
    '\u0007\u001b[31m',
    '👨‍👩‍👧‍👦',
    '\r\n',
    '%00',
    '../../x',
  ],
  ...[
    'null',
    'NaN',
    'undefined',
    '-1',
    '1e999',
    '<script>',
    "' or 1=1",
    '{"$gt":""}',
    'east west',
    '　east',
    'EAST',
    'east\n',
  ],
]
const numbers = [
  -1,
  -0,
  0,
  0.1,
  1.5,
  -1e308,
  1e308,
  5e-324,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  8.64e15,
  8.64e15 + 1,
  253402300800000,
  4102444800001,
]
const others = [null, true, false, [], {}, [[]], [null], [{}], deep(40), deep(400)]
/** Slow ones for expressions that look back. */
const long = [
  'a'.repeat(100_000),
  '1'.repeat(100_000),
  ' '.repeat(100_000) + 'x',
  '-'.repeat(50_000) + '\n',
  '囍'.repeat(100_000),
  'cloud://' + 'a/'.repeat(50_000),
]
const many = [
  Array.from({ length: 10_000 }, (_, n) => n),
  Array.from({ length: 10_000 }, () => 'east'),
  Array.from({ length: 10_000 }, () => ({})),
]

const one = (values: readonly unknown[]) => fc.constantFrom(...values)

/** One of them. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  ...[operators, lookalikes, prototypes, odd, odd, numbers, others].map((values) => ({
    weight: 8,
    arbitrary: one(values),
  })),
  { weight: 1, arbitrary: one(long) },
  { weight: 1, arbitrary: one(many) },
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
)

/** Envelopes that are none. */
export const envelopes: readonly unknown[] = [
  ...[
    {},
    { action: null },
    { action: '' },
    { action: 'nothing.here' },
    { action: '__proto__' },
    { action: 'constructor' },
  ],
  ...[{ action: 'toString' }, { action: 'a'.repeat(100_000) }, { action: ['people.me'] }, { action: { $gt: '' } }],
  ...[
    { action: 'people.me', input: 'text' },
    { action: 'people.me', input: null },
  ],
  ...[
    { action: 'people.me', input: 5 },
    { input: {} },
    { action: ' people.me' },
    { action: 'PEOPLE.ME' },
    { action: 'people.me\u0000' },
  ],
  ...[
    { Type: 'Timer', TriggerName: 'every-minute' },
    { MsgType: 'event', Event: 'wxa_media_check', trace_id: 'x' },
  ],
  ...[[], ['people.me'], 'people.me', 5, true, null, deep(400)],
  parsed('{"__proto__":{"action":"people.me"}}'),
  { $url: 'people.me' },
]
