// Reads aloud through WeChat's own speech plugin (微信同声传译). A build without it has no voice, and says so.
import Taro, { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { speechParts } from './speech-parts'

/** The plugin takes a thousand bytes at a time, and a character is three. */
const most = 300
/** So long a voice is waited for, ms. */
const patience = 10_000

interface SpeechPlugin {
  textToSpeech(asked: {
    lang: 'zh_CN'
    tts: true
    content: string
    success: (made: { filename: string }) => void
    fail: (problem: unknown) => void
  }): void
}

/** `busy` while the voice is being made; `cannot` when this phone has none, or the network is gone. */
export type Reading = 'idle' | 'busy' | 'reading' | 'cannot'

export interface Reader {
  state: Reading
  read: (text: string) => void
  stop: () => void
}

/** Reads aloud, one text at a time; falls silent when the page goes to the back. */
export function useReader(): Reader {
  const [state, setState] = useState<Reading>('idle')
  const quiet = useRef<() => void>(() => undefined)
  const stop = useCallback(() => quiet.current(), [])
  const read = useCallback((text: string) => {
    quiet.current()
    quiet.current = readAloud(text, setState)
  }, [])
  useDidHide(stop)
  useEffect(() => stop, [stop])
  return { state, read, stop }
}

/** Starts reading and answers how to stop; `changed` hears each new state, the last one `idle` or `cannot`. */
function readAloud(text: string, changed: (state: Reading) => void): () => void {
  const parts = speechParts(text, most)
  let player: Taro.InnerAudioContext | undefined
  let heard = () => undefined as void
  let isOver = false
  const end = (state: 'idle' | 'cannot') => {
    if (isOver) return
    isOver = true
    player?.stop()
    player?.destroy()
    changed(state)
  }
  const fail = () => end('cannot')
  const play = async (at: number, voice: Promise<string>): Promise<void> => {
    const source = await voice
    if (isOver || !player) return
    const next = parts[at + 1]
    // The next part is made while this one is heard.
    const following = next === undefined ? null : voiceOf(next)
    following?.catch(() => undefined)
    heard = () => {
      if (following) play(at + 1, following).catch(fail)
      else end('idle')
    }
    player.src = source
    player.play()
    changed('reading')
  }
  changed('busy')
  try {
    hearWhenMuted()
    player = Taro.createInnerAudioContext()
    player.onEnded(() => heard())
    player.onError(fail)
    play(0, voiceOf(parts[0] ?? '')).catch(fail)
  } catch {
    fail()
  }
  return () => end('idle')
}

/** A voice reading these words, as an address that can be played; rejects when there is none. */
function voiceOf(content: string): Promise<string> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('no voice in time')), patience)
    // Throws in a build without the plugin, which rejects.
    const plugin = requirePlugin('WechatSI') as SpeechPlugin
    plugin.textToSpeech({
      lang: 'zh_CN',
      tts: true,
      content,
      success: ({ filename }) => resolve(filename),
      fail: reject,
    })
  })
}

/** She asked for it: it is to be heard on a phone whose ringer is off, too. */
function hearWhenMuted(): void {
  Taro.setInnerAudioOption?.({ obeyMuteSwitch: false })?.catch(() => undefined)
}
