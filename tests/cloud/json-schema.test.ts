import { type LocalCloud } from '../../local/cloud/server'
import { launch, plain, removeFolders, run } from './launch'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await launch({ collections: { people: plain } })
  await run(cloud, async ({ db }) => {
    await db.collection('people').add({
      data: [
        { _id: 'chen', name: '陈奶奶', age: 71, tags: ['red', 'blue'], home: { yard: 'east', floor: 3 } },
        { _id: 'li', name: 'Li', age: 34.5, tags: [], seen: new Date(1) },
        { _id: 'wang', name: '', tags: ['red', 'red'], home: { yard: 'west' } },
        { _id: 'zhao', age: '52', tags: [1, 'two', null], home: null, isMember: true },
      ],
    })
  })
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

const property = (name: string, schema: unknown) => ({ properties: { [name]: schema } })

// Each schema and whom it fits; a keyword says nothing about missing fields and about values of other types.
const FITS: [schema: unknown, who: string][] = [
  [{ required: ['age'] }, 'chen li zhao'],
  [{ required: ['age', 'home'] }, 'chen zhao'],
  [property('age', { bsonType: 'number' }), 'chen li wang'],
  [property('age', { bsonType: 'int' }), 'chen wang'],
  [property('age', { bsonType: ['double', 'string'] }), 'li wang zhao'],
  [property('age', { type: 'number' }), 'chen li wang'],
  [property('isMember', { type: 'string' }), 'chen li wang'],
  [property('home', { bsonType: 'object' }), 'chen li wang'],
  [property('seen', { bsonType: 'date' }), 'chen li wang zhao'],
  [property('age', { enum: [71, '52'] }), 'chen wang zhao'],
  [property('home', { enum: [null, { yard: 'west' }] }), 'li wang zhao'],
  [property('age', { minimum: 71 }), 'chen wang zhao'],
  [property('age', { minimum: 71, exclusiveMinimum: true }), 'wang zhao'],
  [property('age', { maximum: 34.5 }), 'li wang zhao'],
  [property('age', { maximum: 34.5, exclusiveMaximum: true }), 'wang zhao'],
  [property('age', { multipleOf: 0.5 }), 'chen li wang zhao'],
  [property('age', { multipleOf: 2 }), 'wang zhao'],
  [property('name', { minLength: 1 }), 'chen li zhao'],
  [property('name', { maxLength: 2 }), 'li wang zhao'],
  [property('name', { pattern: '^[A-Z]' }), 'li zhao'],
  [property('tags', { minItems: 1 }), 'chen wang zhao'],
  [property('tags', { maxItems: 2 }), 'chen li wang'],
  [property('tags', { uniqueItems: true }), 'chen li zhao'],
  [property('tags', { items: { bsonType: 'string' } }), 'chen li wang'],
  [property('tags', { items: [{ bsonType: 'int' }], additionalItems: false }), 'li'],
  [property('home', { required: ['floor'] }), 'chen li zhao'],
  [property('home', { properties: { yard: { enum: ['east'] } } }), 'chen li zhao'],
  [property('home', { properties: { yard: {} }, additionalProperties: false }), 'li wang zhao'],
  [property('home', { additionalProperties: { bsonType: 'string' } }), 'li wang zhao'],
  [property('home', { minProperties: 2 }), 'chen li zhao'],
  [property('home', { maxProperties: 1 }), 'li wang zhao'],
  [{ patternProperties: { '^is[A-Z]': { type: 'string' } } }, 'chen li wang'],
  [{ dependencies: { home: ['name'] } }, 'chen li wang'],
  [{ anyOf: [{ required: ['seen'] }, { required: ['isMember'] }] }, 'li zhao'],
  [{ allOf: [{ required: ['age'] }, { required: ['name'] }] }, 'chen li'],
  [{ oneOf: [{ required: ['age'] }, { required: ['name'] }] }, 'wang zhao'],
  [{ not: { required: ['age'] } }, 'wang'],
  [{ bsonType: 'object', title: 'a person', description: 'anyone' }, 'chen li wang zhao'],
]

test('jsonSchema finds the documents that fit', async () => {
  const found = await run(
    cloud,
    ({ db, _ }, schemas) =>
      Promise.all(
        schemas.map(async (schema) => {
          const { data } = await db.collection('people').where(_.jsonSchema(schema)).limit(10).get()
          return [schema, data.map((row) => row._id).join(' ')] as [unknown, string]
        }),
      ),
    FITS.map(([schema]) => schema),
  )
  expect(found).toEqual(FITS)
})

test('jsonSchema joins other conditions, can be turned round, and works in a pipeline', async () => {
  const found = await run(cloud, async ({ db, _ }) => {
    const people = db.collection('people')
    const needsAge = _.jsonSchema({ required: ['age'] })
    const names = (rows: { _id?: unknown }[]) => rows.map((row) => row._id).join(' ')
    return [
      names((await people.where(_.and([needsAge, { tags: 'red' }])).get()).data),
      names((await people.where(_.nor([needsAge])).get()).data),
      names((await people.aggregate().match(needsAge).sort({ _id: -1 }).end()).list),
    ]
  })
  expect(found).toEqual(['chen', 'wang', 'zhao li chen'])
})

test('a schema that cannot be is refused, and keywords MongoDB lacks by name', async () => {
  const schemas = [
    [{ required: [] }, "'required' must be a non-empty array"],
    [{ bsonType: 'text' }, 'Unknown type name alias: text'],
    [{ type: 'integer' }, "type 'integer' is not currently supported"],
    [{ properties: { a: { minimum: '1' } } }, "'minimum' must be a number"],
    [{ properties: { a: { minLength: -1 } } }, "'minLength' must be a non-negative integer"],
    [{ type: 'object', bsonType: 'object' }, "both $jsonSchema keywords 'type' and 'bsonType'"],
    [{ properties: { a: { format: 'date' } } }, "'format' is not currently supported"],
    [{ $ref: '#/a' }, "'$ref' is not currently supported"],
    [{ contains: {} }, 'local cloud does not support the $jsonSchema keyword contains'],
  ] as const
  const messages = await run(
    cloud,
    ({ db, _ }, list) =>
      Promise.all(
        list.map((schema) =>
          db
            .collection('people')
            .where(_.jsonSchema(schema))
            .get()
            .then(
              () => 'accepted',
              (error: { errMsg: string }) => error.errMsg,
            ),
        ),
      ),
    schemas.map(([schema]) => schema as unknown),
  )
  schemas.forEach(([, text], i) => expect(messages[i]).toContain(text))
})
