/** What she tells about herself; `phone` null keeps the number known, '' keeps none. */
export interface ProfileForm {
  name: string
  communityId: string | null
  phone: string | null
}
export interface ProfileWrong {
  name?: string
  community?: string
  phone?: string
}

/** What is missing or not a number, with how to put it right; empty when all is well. */
export function checkProfile({ name, communityId, phone }: ProfileForm): ProfileWrong {
  const wrong: ProfileWrong = {}
  if (!name.trim()) wrong.name = '写个称呼，队长好叫您'
  if (!communityId) wrong.community = '选一个社区'
  if (phone && !/^1\d{10}$/.test(phone)) wrong.phone = '手机号是 1 开头的 11 位数字；不想留就空着'
  return wrong
}
