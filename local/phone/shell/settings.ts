/** How one phone of the table is held and set. */
export interface PhoneSettings {
  openid: string
  /** WeChat's font size factor. */
  font: number
  dark: boolean
  offline: boolean
  /** Opened from Moments: one page to read, nobody signed in. */
  moments: boolean
}

/** WeChat's font sizes that matter here, by factor. */
export const FONTS: readonly [factor: number, name: string][] = [
  [1, '标准'],
  [1.18, '大'],
  // 23.8 px where 17 is standard.
  [1.4, '关怀模式'],
  [1.75, '最大'],
]

/** What a phone is where nothing is said about it. */
export const plain = (openid: string): PhoneSettings => ({
  openid,
  font: 1,
  dark: false,
  offline: false,
  moments: false,
})

const FLAGS = ['dark', 'offline', 'moments'] as const
const CUT = '*'

/** A phone's settings in one short word for the address. */
export function toWord(settings: PhoneSettings): string {
  const flags = FLAGS.filter((flag) => settings[flag])
  const font = settings.font === 1 ? [] : [String(settings.font)]
  return [settings.openid, ...font, ...flags].join(CUT)
}

/** The settings a word of the address says. */
export function fromWord(word: string): PhoneSettings {
  const [openid = '', ...rest] = word.split(CUT)
  const settings = plain(openid)
  for (const part of rest) {
    const flag = FLAGS.find((name) => name === part)
    if (flag) settings[flag] = true
    else settings.font = Number(part) || 1
  }
  return settings
}
