import { record } from './instruments'

const FILES = 'https://ae.weixin.qq.com/local-phone/'
const MS_PER_CHARACTER = 40
const LEAST_MS = 400
const MOST_MS = 4000

const texts = new Map<string, string>()

/** The address of a spoken text, as WeChat's plugin answers one. */
export function voiceFile(text: string): string {
  const address = `${FILES}${texts.size + 1}.mp3`
  texts.set(address, text)
  return address
}

/** The text behind the address of a spoken text; undefined for any other sound. */
export function textIn(address: string): string | undefined {
  return texts.get(address)
}

/** A sound that is being played. */
export interface Sound {
  pause(): void
  resume(): void
  stop(): void
}

const chinese = () => speechSynthesis.getVoices().find(({ lang }) => /^zh([-_]CN)?\b/i.test(lang))

// Browsers fetch their voices when they are first asked for them.
chinese()
addEventListener('pagehide', () => speechSynthesis.cancel())

/** Reads a text aloud in a Chinese voice of the browser; without one there is silence for about as long. */
export function say(text: string, ended: () => void): Sound {
  record.spoken.push(text)
  const voice = chinese()
  return voice ? sayAloud(text, voice, ended) : saySilently(text, ended)
}

function sayAloud(text: string, voice: SpeechSynthesisVoice, ended: () => void): Sound {
  const words = new SpeechSynthesisUtterance(text)
  words.voice = voice
  words.lang = voice.lang
  words.rate = 0.9
  words.onend = ended
  words.onerror = ended
  speechSynthesis.cancel()
  speechSynthesis.speak(words)
  const stop = () => {
    words.onend = null
    words.onerror = null
    speechSynthesis.cancel()
  }
  return { pause: () => speechSynthesis.pause(), resume: () => speechSynthesis.resume(), stop }
}

function saySilently(text: string, ended: () => void): Sound {
  let left = Math.min(MOST_MS, Math.max(LEAST_MS, text.length * MS_PER_CHARACTER))
  let since = Date.now()
  let timer = setTimeout(ended, left)
  const pause = () => {
    clearTimeout(timer)
    left -= Date.now() - since
  }
  const resume = () => {
    since = Date.now()
    timer = setTimeout(ended, Math.max(0, left))
  }
  return { pause, resume, stop: () => clearTimeout(timer) }
}

/** Plays any other sound. */
export function playFile(address: string, ended: () => void, failed: () => void): Sound {
  const audio = new Audio(address)
  const play = () => void audio.play().catch(failed)
  const stop = () => {
    audio.pause()
    audio.onended = null
    audio.onerror = null
  }
  audio.onended = ended
  audio.onerror = failed
  play()
  return { pause: () => audio.pause(), resume: play, stop }
}
