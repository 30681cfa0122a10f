import { part } from './screen'
import { onSettings, settings } from './settings'
import { two } from './ui/picker-columns'

function showTime(): void {
  const now = new Date()
  part('clock').textContent = `${now.getHours()}:${two(now.getMinutes())}`
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
