import type { ProjectKind } from '../project-kind'

export const haircut: ProjectKind = {
  id: 'haircut',
  title: '上门理发',
  words: '腿脚不方便，就在家里理。推子、围布都带来，理完把地扫干净。您备一把坐得稳的椅子就好。',
  colour: 'yellow',
  minutes: 40,
}
