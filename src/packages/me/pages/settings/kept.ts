/** What is kept about a person, and what for; the privacy guideline of the release says the same. */
export const kept: readonly { what: string; why: string }[] = [
  { what: '称呼', why: '队长点名用。别的邻居只看到名字里的一个字' },
  { what: '社区', why: '先给您看家门口的活动' },
  { what: '手机号，如果您留了', why: '您报名的那场活动的队长看得到，有变动打给您' },
  { what: '您的报名和队伍', why: '给您留座、排候补、发提醒' },
  { what: '微信给的一个编号', why: '换了手机也认得您；它不是微信号' },
]
