import Taro from '@tarojs/taro'

const alarmSeconds = 2 * 3600

/** What stands in her phone's calendar; times in ms since 1970. */
export interface CalendarEntry {
  title: string
  startsAt: number
  endsAt: number
  place: string
  note: string
}

const seconds = (ms: number) => Math.floor(ms / 1000)

/** Asks her phone to keep an entry in its calendar, with a reminder two hours before; answers whether it did. */
export async function addToCalendar({ title, startsAt, endsAt, place, note }: CalendarEntry): Promise<boolean> {
  try {
    await Taro.addPhoneCalendar({
      title,
      startTime: seconds(startsAt),
      endTime: String(seconds(endsAt)),
      location: place,
      description: note,
      alarm: true,
      alarmOffset: alarmSeconds,
    })
    return true
  } catch {
    return false
  }
}
