import { pathTo } from '@/device/routes'
import { readInvite } from '@/packages/family/invite/read-invite'
import { checkElder, emptyDraft } from '@/packages/station/entering'
import { aboutWords, keptWords, spokenConsent } from '@/packages/station/words'

describe('who is entered at the door', () => {
  const written = { ...emptyDraft('k1'), name: '何玉珍', consent: true }
  test('needs a name and her spoken consent; number and month of birth may be missing', () => {
    expect(checkElder(written)).toEqual({})
    expect(Object.keys(checkElder(emptyDraft('k1')))).toEqual(['name', 'consent'])
    expect(Object.keys(checkElder({ ...written, name: '  ' }))).toEqual(['name'])
  })
  test.each([
    ['', true],
    ['13900000000', true],
    ['0571-8800000', true],
    ['1390000', true],
    ['139000', false],
    ['何玉珍', false],
  ])('the number "%s" can be kept: %s', (phone, isFine) => {
    expect(checkElder({ ...written, phone }).phone === undefined).toBe(isFine)
  })
  test('hears what is kept, for what, who sees it and how to end it', () => {
    for (const part of ['称呼', '出生年月', '电话', '报名', '看得到', '删掉', '同意吗']) {
      expect(spokenConsent).toContain(part)
    }
  })
})

describe('an elder in a list', () => {
  const keeper = {
    id: 'p1',
    name: '梁文娟',
    as: '',
    since: 0,
    isMe: false,
    isSelf: false,
    may: { signUp: true, told: true },
  }
  test('is said by age, kind and who entered her', () => {
    expect(aboutWords({ age: 72, kind: 'elder', isOurs: true })).toBe('72 岁 · 老人 · 社区登记')
    expect(aboutWords({ age: null, kind: 'care', isOurs: false })).toBe('要人照看 · 家人登记')
  })
  test('says who keeps her, by what they are to her where that is known', () => {
    expect(keptWords({ keepers: [] })).toBe('还没有家人照管')
    expect(keptWords({ keepers: [{ ...keeper, as: '女儿' }, keeper] })).toBe('女儿、梁文娟照管')
    expect(keptWords({ keepers: [{ ...keeper, isSelf: true }] })).toBe('自己用微信')
  })
})

describe('a code scanned by the family', () => {
  test('opens the invitation that is in it', () => {
    const path = pathTo('keep', { token: 'abcdefgh2345' })
    expect(readInvite(path)).toBe(path)
    expect(readInvite(path.slice(1))).toBe(path)
  })
  test.each([
    ['a code of the day', 'd1.abc.def'],
    ['another page of ours', '/packages/activity/pages/detail/index?id=abc'],
    ['an invitation without its token', '/packages/family/pages/keep/index?token='],
    ['an address that has ours within it', 'https://x.example/packages/family/pages/keep/index?token=abcdefgh2345'],
  ])('%s opens nothing', (_what, text) => expect(readInvite(text)).toBe(''))
})
