import { startLocalCloud, type LocalCloud } from './cloud/server'
import { collectionsFile, pushedTo } from './deployment'
import { demoPeople, type DemoPerson } from './demo'
import { seedCounty } from './demo/seed'
import { messageTemplates, type Letter } from '../cloudfunctions/core/services/message-templates'
import { startPhone, type RunningPhone } from './phone/server'

/** The demo county is made anew from the same number, so that everyone sees the same people. */
const countySeed = 7

const roleWords: Record<DemoPerson['role'], string> = {
  resident: '居民',
  leader: '队长',
  elder: '老人',
  staff: '社区工作者',
  county: '县里',
  grid: '网格员',
  partner: '包联单位',
  mediator: '调解员',
  newcomer: '居民',
}

const fieldWords: Record<keyof Letter, string> = {
  title: '活动',
  time: '时间',
  place: '地点',
  note: '说明',
  who: '家人',
}

/** What a template calls its fields where that is another word. */
const ownWords: Partial<Record<string, Partial<Record<keyof Letter, string>>>> = {
  case: { title: '事项', note: '进展', place: '社区' },
}

/** How the phone calls our message templates and their fields, as WeChat would after they were chosen there. */
const templates = Object.fromEntries(
  Object.entries(messageTemplates).map(([name, { purpose, fields }]) => [
    `stand-in-${name}`,
    {
      title: purpose,
      labels: Object.fromEntries(
        Object.entries(fields).map(([field, part]) => [field, ownWords[name]?.[part] ?? fieldWords[part]]),
      ),
    },
  ]),
)

/** What to run together. */
export interface StackOptions {
  /** Where documents and files are kept. */
  dataDir: string
  /** The compiled mini-program and the bundled functions. */
  weapp: string
  functions: string
  /** 0 takes any free port. */
  port: number
  /** Compile and reload when the mini-program changes. */
  watch?: boolean
  /** Fire the timer function every minute, as the platform does. */
  timers?: boolean
  /** Ms since 1970, for tests of days; default is the machine's clock. */
  clock?: () => number
  fsync?: boolean
  /** Print what functions log. */
  printLogs?: boolean
  /** Refuse queries without an index or a limit; otherwise they are warned of. */
  strict?: boolean
}

/** Local cloud, demo county and phone, running together. */
export interface Stack {
  url: string
  cloud: LocalCloud
  phone: RunningPhone
  close(): Promise<void>
}

/** Starts the local cloud with the demo county and the phone in front of it; ready when it resolves. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { dataDir, weapp, functions, port, watch, timers, clock, fsync, printLogs, strict } = options
  const cloud = await startLocalCloud({
    dataDir,
    functionsDir: functions,
    indexesFile: collectionsFile,
    pushedTo,
    strict,
    timers,
    clock,
    fsync,
    printLogs,
  })
  try {
    await seedCounty(cloud, { now: cloud.clock.now(), seed: countySeed })
    const phone = await startPhone({
      dist: weapp,
      cloud,
      port,
      templates,
      people: demoPeople.map((person) => ({ ...person, role: roleWords[person.role] })),
      watch,
      also: (request, response) => {
        if (request.url !== '/healthz') return false
        response.writeHead(200, { 'content-type': 'text/plain' }).end('ok\n')
        return true
      },
    })
    const close = async () => {
      await phone.close()
      await cloud.close()
    }
    return { url: phone.url, cloud, phone, close }
  } catch (error) {
    await cloud.close()
    throw error
  }
}
