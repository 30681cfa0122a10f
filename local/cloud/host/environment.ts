import { type FunctionConfig } from './function-config'

/** The environment id of the local cloud. */
export const LOCAL_ENV = 'local-env'

/** The appid functions see when the phone does not say another. */
export const LOCAL_APPID = 'wx10ca1c10ud000000'

/** On whose behalf a function runs. */
export interface Caller {
  /** Absent for timers and for what WeChat itself sends. */
  openid?: string
  appId: string
  /** As getWXContext().SOURCE shows it. */
  source: 'wx_client' | 'wx_trigger' | 'wx_client,scf' | 'scf' | 'wx_unknown'
}

const WX_KEYS = ['WX_OPENID', 'WX_APPID', 'WX_UNIONID', 'WX_API_TOKEN', 'WX_TRIGGER_API_TOKEN_V0']

/** The environment an instance is born with; it points the genuine SDK at `url`. */
export function instanceEnv(config: FunctionConfig, url: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    TZ: 'UTC',
    NODE_ENV: 'production',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local-id',
    TENCENTCLOUD_SECRETKEY: 'local-key',
    TENCENTCLOUD_SESSIONTOKEN: 'local-token',
    SCF_NAMESPACE: LOCAL_ENV,
    SCF_FUNCTIONNAME: config.name,
    TCB_ENV: LOCAL_ENV,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
    WX_CONTEXT_KEYS: WX_KEYS.join(','),
    SILENCE: 'true',
    ...variablesSaid(process.env),
  }
}

const prefix = 'FUNCTION_'

/** What a function's variables are set to, as the console of the platform would: FUNCTION_<NAME> sets <NAME> for all. */
function variablesSaid(around: NodeJS.ProcessEnv): Record<string, string> {
  const said = Object.entries(around).filter(([name, value]) => name.startsWith(prefix) && value !== undefined)
  return Object.fromEntries(said.map(([name, value]) => [name.slice(prefix.length), value ?? '']))
}

/** What changes with each call, in the platform's `K=V;K=V` form. */
export function environOf(caller: Caller, token: string): string {
  const isTimer = caller.source === 'wx_trigger'
  const pairs: [string, string | undefined][] = [
    ['WX_APPID', caller.appId],
    ['WX_OPENID', caller.openid],
    [isTimer ? 'WX_TRIGGER_API_TOKEN_V0' : 'WX_API_TOKEN', token],
    ['TRIGGER_SRC', isTimer ? 'timer' : undefined],
    ['TCB_SOURCE', caller.source],
  ]
  return pairs.flatMap(([key, value]) => (value === undefined ? [] : `${key}=${value}`)).join(';')
}
