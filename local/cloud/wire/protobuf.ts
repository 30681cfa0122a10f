import { Reader, Writer } from 'protobufjs/minimal'

/** One named argument of an open API call; JSON, or raw bytes when it is media. */
export interface ApiArgument {
  key: string
  value: Buffer
  contentType?: string
  fileName?: string
}

/** A decoded CommApiData: the appid and the named arguments of an OPEN_API call. */
export interface ApiCall {
  apiType: number
  appid?: string
  args: ApiArgument[]
}

/** The answer as CommOpenApiResp carries it; `errorCode` other than 0 makes the SDK throw. */
export interface ApiAnswer {
  body?: Buffer
  contentType?: string
  errorCode?: number
}

type Field = (reader: Reader) => void

function readFields(bytes: Uint8Array, fields: Record<number, Field>): void {
  const reader = Reader.create(bytes)
  while (reader.pos < reader.len) {
    const tag = reader.uint32()
    const field = fields[tag >>> 3]
    if (field) field(reader)
    else reader.skipType(tag & 7)
  }
}

/** Decodes the `requestData` of a wx.openApi request. */
export function decodeApiCall(bytes: Uint8Array): ApiCall {
  const call: ApiCall = { apiType: 0, args: [] }
  readFields(bytes, {
    1: (reader) => (call.apiType = reader.int32()),
    2: (reader) => readFields(reader.bytes(), { 1: (pair) => call.args.push(decodeArgument(pair.bytes())) }),
    6: (reader) => (call.appid = reader.string()),
  })
  return call
}

function decodeArgument(bytes: Uint8Array): ApiArgument {
  const argument: ApiArgument = { key: '', value: Buffer.alloc(0) }
  readFields(bytes, {
    1: (reader) => (argument.key = reader.string()),
    2: (reader) => (argument.value = Buffer.from(reader.bytes())),
    3: (reader) => (argument.contentType = reader.string()),
    4: (reader) => (argument.fileName = reader.string()),
  })
  return argument
}

/** Encodes the answer of a wx.openApi request. */
export function encodeApiAnswer({ body, contentType, errorCode }: ApiAnswer): Buffer {
  const writer = Writer.create()
  if (body) writer.uint32(10).bytes(body)
  if (contentType) writer.uint32(18).string(contentType)
  if (errorCode) writer.uint32(24).int32(errorCode)
  writer.uint32(32).uint32(200)
  return Buffer.from(writer.finish())
}
