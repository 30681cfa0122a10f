import { part } from './screen'
import { onSettings, settings } from './settings'

const inChina = new Intl.DateTimeFormat('zh-CN', {
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Shanghai',
})

function showTime(): void {
  part('clock').textContent = inChina.format(new Date()).replace(/^0(?=\d:)/, '')
}

function showNetwork(): void {
  part('status').toggleAttribute('data-offline', settings.offline)
}

/** Keeps the time and the network sign in the status bar right. */
export function startClock(): void {
  showTime()
  showNetwork()
  setInterval(showTime, 10_000)
  onSettings(showNetwork)
}
