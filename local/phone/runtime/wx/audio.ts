import { addressOf } from '../file-store'
import { report, textOf } from '../instruments'
import { playFile, say, type Sound, textIn } from '../speech'
import { asyncApi, syncApi } from './register'

type Listener = (detail: object) => void
const EVENTS = `Canplay Play Pause Stop Ended Error TimeUpdate Waiting Seeking Seeked`.split(' ')

/** One player of `wx.createInnerAudioContext`; events come in later tasks, as in WeChat. */
class InnerAudioContext {
  autoplay = false
  loop = false
  volume = 1
  playbackRate = 1
  startTime = 0
  obeyMuteSwitch = true
  paused = true
  private source = ''
  private sound: Sound | undefined
  private isDestroyed = false
  private readonly listeners = new Map<string, Set<Listener>>();
  [name: `on${string}` | `off${string}`]: (listener?: Listener) => void

  constructor() {
    for (const name of EVENTS) {
      const known = new Set<Listener>()
      this.listeners.set(name, known)
      this[`on${name}`] = (listener) => listener && void known.add(listener)
      this[`off${name}`] = (listener) => (listener ? void known.delete(listener) : known.clear())
    }
  }

  get src(): string {
    return this.source
  }

  set src(address: string) {
    this.end()
    this.source = address
    this.tell('Canplay')
    if (this.autoplay) this.play()
  }

  play(): void {
    if (this.isDestroyed || !this.paused) return
    this.paused = false
    if (this.sound) this.sound.resume()
    else this.begin()
    this.tell('Play')
  }

  pause(): void {
    if (this.paused) return
    this.paused = true
    this.sound?.pause()
    this.tell('Pause')
  }

  stop(): void {
    if (!this.sound) return
    this.end()
    this.tell('Stop')
  }

  seek(): void {
    this.tell('Seeked')
  }

  destroy(): void {
    this.end()
    this.isDestroyed = true
    for (const known of this.listeners.values()) known.clear()
  }

  private begin(): void {
    const text = textIn(this.source)
    const failed = () => {
      this.end()
      this.tell('Error', { errCode: 10001, errMsg: 'play audio fail' })
    }
    this.sound =
      text === undefined ? playFile(addressOf(this.source), () => this.ended(), failed) : say(text, () => this.ended())
  }

  private ended(): void {
    this.end()
    this.tell('Ended')
    if (this.loop) this.play()
  }

  private end(): void {
    this.sound?.stop()
    this.sound = undefined
    this.paused = true
  }

  private tell(name: string, detail: object = {}): void {
    setTimeout(() => {
      for (const listener of Array.from(this.listeners.get(name) ?? [])) {
        try {
          listener(detail)
        } catch (problem) {
          report('error', textOf(problem))
        }
      }
    }, 0)
  }
}

/** Sound: what the speech plugin has spoken, and sound files. */
export function audioApis(): void {
  syncApi('createInnerAudioContext', () => new InnerAudioContext())
  asyncApi('setInnerAudioOption', () => undefined)
}
