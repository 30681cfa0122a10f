import type { ProjectKind } from '../project-kind'

export const phoneLesson: ProjectKind = {
  id: 'phone-lesson',
  title: '一对一手机课',
  words: '视频通话、看病挂号、调大字体，一样一样慢慢教，学会了再走。不碰您的密码，也不替您付钱。',
  colour: 'cyan',
  minutes: 60,
}
