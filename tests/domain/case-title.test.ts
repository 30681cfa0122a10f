import { caseTitle } from '../../cloudfunctions/core/services/case-title'

test.each([
  ['水管爆了，一楼进水了。', '水管爆了，一楼进水了'],
  ['想有人教我用手机挂号。一着急就点错', '想有人教我用手机挂号'],
  ['下水井盖松了，车一过就响。怕孩子踩空', '下水井盖松了，车一过就响'],
  ['您好！东关后巷晚上一盏灯也没有，倒垃圾要摸着墙走', '东关后巷晚上一盏灯也没有'],
  ['灯', '灯'],
  ['门口的路坏了很久了一直没有人来修到下雨天就全是水', '门口的路坏了很久了一直没有人来修到…'],
])('%s is called %s', (words, title) => expect(caseTitle(words)).toBe(title))
