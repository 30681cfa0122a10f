import { appConfig } from './payload'
import { settings } from './settings'
import { voiceFile } from './speech'

/** WeChat's own plugin for speech (微信同声传译). */
const SPEECH = 'wx069ba97219f66d99'
const MOST_BYTES = 1000
const THREE_HOURS = 3 * 3600

interface SpeechOptions {
  lang?: string
  content?: string
  tts?: boolean
  success?: (answer: object) => void
  fail?: (problem: object) => void
  complete?: (answer: object) => void
}

function problemWith({ lang, content }: SpeechOptions): { retcode: number; msg: string } | undefined {
  if (lang !== 'zh_CN' && lang !== 'en_US') return { retcode: -20001, msg: 'lang is not supported' }
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content).length : 0
  if (bytes === 0 || bytes > MOST_BYTES) return { retcode: -20002, msg: 'content is not supported' }
  if (settings.offline) return { retcode: -20005, msg: 'network error' }
  return undefined
}

/** Answers where the spoken text can be played from; the only thing of the plugin that is here. */
function textToSpeech(options: SpeechOptions): void {
  const problem = problemWith(options)
  const { content = '' } = options
  const answer = problem ?? {
    retcode: 0,
    origin: content,
    filename: voiceFile(content),
    expired_time: Math.floor(Date.now() / 1000) + THREE_HOURS,
  }
  setTimeout(() => {
    if (problem) options.fail?.(answer)
    else options.success?.(answer)
    options.complete?.(answer)
  }, 0)
}

/** A plugin by the name that app.json gives it; throws when it is not declared there or not known here. */
export function requirePlugin(name: string): unknown {
  const packages = appConfig.subPackages ?? appConfig.subpackages ?? []
  const declared = [appConfig.plugins, ...packages.map((one) => one.plugins)].find((plugins) => plugins?.[name])?.[name]
  if (!declared) throw new Error(`plugin "${name}" is not defined`)
  if (declared.provider !== SPEECH) throw new Error(`local phone does not support plugin "${name}"`)
  return { textToSpeech }
}
