import type { ProjectKind } from '../project-kind'

export const company: ProjectKind = {
  id: 'company',
  title: '陪聊一会儿',
  words: '坐下来说说话，读读报，下盘棋，也可以陪着到楼下走走。想聊什么聊什么。',
  colour: 'purple',
  minutes: 60,
}
