import type { PersonNow } from '@core/domain/day-queue'
import { readCode, readPass } from '@core/domain/passes'
import { clockWords } from '@core/domain/times'
import { isDone, nameOf } from '../../book/words'

/** What a scanned text says to the leader, and whom it checks in; `personId` null for nobody. */
export interface Scanned {
  title: string
  say: string
  isFine: boolean
  personId: string | null
}

const nobody = (title: string, say: string): Scanned => ({ title, say, isFine: false, personId: null })

/** Reads a scanned text on the roster at hand; needs no network, the cloud looks at the seal when it merges. */
export function readScan(text: string, activityId: string, people: readonly PersonNow[], mode: 'in' | 'out'): Scanned {
  const pass = readPass(text)
  if (!pass) {
    return readCode(text)
      ? nobody('这是签到码', '要由邻居用自己的手机来扫。您这边请扫邻居「我的报名」里的码。')
      : nobody('没认出这个码', '请扫邻居「我的报名」里的签到码，或者按名字点。')
  }
  if (pass.activityId !== activityId) return nobody('这是别场活动的码', '请邻居打开这一场的签到码，或者按名字点。')
  const person = people.find(({ row }) => row.personId === pass.personId)
  if (!person) {
    const say = '这部手机上的名单里没有这位，先记下了，连上网再核对。'
    return { title: '记下了一位', say, isFine: false, personId: pass.personId }
  }
  const name = nameOf(person)
  if (mode === 'out') {
    if (person.inAt === null) return nobody(`${name}还没签到`, '先切回「签到」扫一次，再签退。')
    return { title: `${name}，慢走`, say: '', isFine: true, personId: person.id }
  }
  if (isDone(person, 'in') && person.inAt !== null) {
    return { title: `${name}已经到了`, say: `${clockWords(person.inAt)} 就签到了。`, isFine: true, personId: null }
  }
  return { title: `${name}，到了`, say: '', isFine: true, personId: person.id }
}
