// Two sign-ups of one activity turn out to be of one person: what was noted of both is hers, once.
import type { Attendance } from '../contract'
import type { Noted } from './attendance'

/** What was noted of somebody on the day, confirmed of it, and answered before. */
export interface DayNotes extends Noted {
  attendance?: Attendance
  minutes?: number
  answers?: Record<string, string | number | boolean>
}

const standing = (times: readonly number[] = [], undone = 0) => times.filter((at) => at > undone)

/** Moments of both that nobody took back, in order, each once. */
const both = (own: Noted, other: Noted, which: 'ins' | 'outs') => {
  const all = [...standing(own[which], own.undone), ...standing(other[which], other.undone)]
  return [...new Set(all)].sort((a, b) => a - b)
}

const wasThere = (attendance: Attendance | undefined) => attendance === 'came' || attendance === 'late'

/**
 * Her own notes with those of the other: a check-in that was taken back under one name takes nothing back under the
 * other, having come counts more than having been missed, and of hours confirmed twice her own stay. Twice is once.
 */
export function mergedNotes(own: DayNotes, other: DayNotes): DayNotes {
  const [ins, outs] = [both(own, other, 'ins'), both(own, other, 'outs')]
  const undone = Math.min(own.undone ?? 0, other.undone ?? 0)
  const isOthers = wasThere(other.attendance) && !wasThere(own.attendance)
  const attendance = isOthers ? other.attendance : (own.attendance ?? other.attendance)
  const minutes = own.minutes ? own.minutes : (other.minutes ?? own.minutes)
  const answers = own.answers || other.answers ? { ...other.answers, ...own.answers } : undefined
  return {
    ...(ins.length > 0 && { ins }),
    ...(outs.length > 0 && { outs }),
    ...((own.undone !== undefined || other.undone !== undefined) && { undone }),
    ...((own.outAssumed || other.outAssumed) && { outAssumed: true }),
    ...(attendance && { attendance }),
    ...(minutes !== undefined && { minutes }),
    ...(answers && { answers }),
  }
}
