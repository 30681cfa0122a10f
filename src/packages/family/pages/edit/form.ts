import type { Dependent, InputOf, saveDependent } from '@core/contract'
import { isGuarded } from '@core/domain/ages'

/** What a keeper tells about someone; `phone` null keeps the number known. */
export type RelativeForm = Pick<
  InputOf<typeof saveDependent>,
  'name' | 'called' | 'as' | 'kind' | 'born' | 'phone' | 'consent'
>
export type RelativeWrong = Partial<Record<keyof RelativeForm, string>>

/** The form of someone known, or of someone new. */
export const formOf = (known: Dependent | undefined): RelativeForm =>
  known
    ? {
        name: known.name,
        called: known.called,
        as: known.keepers.find(({ isMe }) => isMe)?.as ?? '',
        kind: known.kind,
        born: known.born,
        phone: known.phone ? null : '',
        consent: known.consent !== null,
      }
    : { name: '', called: '', as: '', kind: 'elder', born: null, phone: '', consent: false }

/** Whether a guardian has to agree: a child, or anyone under fourteen. */
export const asksGuardian = ({ kind, born }: Pick<RelativeForm, 'kind' | 'born'>, now: number): boolean =>
  kind === 'child' || isGuarded(born, now) === true

/** What is missing or not as it should be, with how to put it right. */
export function checkRelative(form: RelativeForm): RelativeWrong {
  const wrong: RelativeWrong = {}
  if (!form.name.trim()) wrong.name = '写上姓名，队长点名时用'
  if (!form.called.trim()) wrong.called = '您平时怎么叫，就怎么写'
  if (form.kind === 'child' && !form.born) wrong.born = '孩子要填出生年月'
  if (form.phone && !/^1\d{10}$/.test(form.phone)) wrong.phone = '手机号是 1 开头的 11 位数字；没有就空着'
  if (!form.consent) wrong.consent = '问过以后勾上，再保存'
  return wrong
}
