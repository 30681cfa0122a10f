import type { ProjectKind } from '../project-kind'

export const bloodPressure: ProjectKind = {
  id: 'blood-pressure',
  title: '上门量血压',
  words: '量血压、问问近来的睡眠和吃药，记在小本子上。量之前请静坐五分钟。只是看看，不代替看病。',
  colour: 'orange',
  minutes: 20,
}
