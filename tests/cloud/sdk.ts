// The part of wx-server-sdk's surface the tests use; its own types are unions with void that cannot be awaited.

export type Row = Record<string, unknown>

export interface Query {
  where(condition: unknown): Query
  orderBy(field: string, direction: 'asc' | 'desc'): Query
  skip(count: number): Query
  limit(count: number): Query
  field(projection: Row): Query
  get(): Promise<{ data: Row[] }>
  count(): Promise<{ total: number }>
  update(options: { data: Row; multi?: boolean }): Promise<{ stats: { updated: number } }>
  remove(options?: { multi: boolean }): Promise<{ stats: { removed: number } }>
}

export interface Document {
  get(): Promise<{ data: Row | null }>
  field(projection: Row): Document
  set(options: { data: Row }): Promise<{ _id: string; stats: { updated: number; created: number } }>
  update(options: { data: Row }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

export interface Collection extends Query {
  doc(id: string | number): Document
  add(options: { data: Row | Row[] }): Promise<{ _id: string; _ids: string[] }>
  aggregate(): Aggregate
}

export type Aggregate = { end(): Promise<{ list: Row[] }> } & {
  [
    stage in
      | 'addFields'
      | 'count'
      | 'group'
      | 'limit'
      | 'lookup'
      | 'match'
      | 'project'
      | 'replaceRoot'
      | 'skip'
      | 'sort'
      | 'sortByCount'
      | 'unwind'
      | 'geoNear'
      | 'bucket'
      | 'bucketAuto'
      | 'sample'
  ]: (argument: unknown) => Aggregate
}

export interface Transaction {
  collection(name: string): Collection
  commit(): Promise<void>
  rollback(reason?: unknown): Promise<void>
}

export interface Database {
  collection(name: string): Collection
  createCollection(name: string): Promise<unknown>
  startTransaction(): Promise<Transaction>
  runTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
  serverDate(options?: { offset: number }): unknown
  Geo: { Point: new (longitude: number, latitude: number) => unknown } & {
    [shape in 'LineString' | 'Polygon' | 'MultiPoint' | 'MultiLineString' | 'MultiPolygon']: new (
      parts: unknown[],
    ) => unknown
  }
  RegExp(options: { regexp: string; options?: string }): unknown
}

type Operator =
  | (
      | 'and'
      | 'or'
      | 'not'
      | 'nor'
      | 'eq'
      | 'neq'
      | 'lt'
      | 'lte'
      | 'gt'
      | 'gte'
      | 'in'
      | 'nin'
      | 'exists'
      | 'mod'
      | 'size'
    )
  | ('all' | 'elemMatch' | 'expr' | 'set' | 'remove' | 'inc' | 'mul' | 'min' | 'max' | 'rename' | 'push' | 'pop')
  | (
      | 'unshift'
      | 'shift'
      | 'pull'
      | 'pullAll'
      | 'addToSet'
      | 'bit'
      | 'sum'
      | 'avg'
      | 'first'
      | 'geoNear'
      | 'geoWithin'
      | 'geoIntersects'
      | 'jsonSchema'
      | 'dateToString'
    )

/** Operators chain, as in `_.gt(1).and(_.lt(5))`. */
export type Command = { [operator in Operator]: (...args: unknown[]) => Command }

type Api = (argument: Row) => Promise<Row>

export interface Cloud {
  getWXContext(): Record<string, string>
  callFunction(options: { name: string; data?: Row }): Promise<{ result: unknown }>
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>
  deleteFile(options: { fileList: string[] }): Promise<{ fileList: { fileID: string; status: number }[] }>
  getTempFileURL(options: {
    fileList: (string | { fileID: string; maxAge: number })[]
  }): Promise<{ fileList: { tempFileURL: string; status: number }[] }>
  openapi: Record<string, Record<string, Api>>
}

/** What a test's code is given inside the function. */
export interface Sdk {
  cloud: Cloud
  db: Database
  _: Command
  $: Command
  event: Row
  context: Row
}
