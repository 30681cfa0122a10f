import type { ProjectKind } from '../project-kind'

export const bathHeater: ProjectKind = {
  id: 'bath-heater',
  title: '修浴霸换灯泡',
  words: '浴霸不亮、灯泡要换、插座松了，请会电工的邻居来看看。材料费先说好再动手，手工不收钱。',
  colour: 'yellow',
  minutes: 60,
}
