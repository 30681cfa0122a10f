// Written by config/list-services.mjs from the files beside it, before every build; add or remove a file instead.
import type { ProjectKind } from '../project-kind'
import { bathHeater } from './bath-heater'
import { bloodPressure } from './blood-pressure'
import { company } from './company'
import { haircut } from './haircut'
import { phoneLesson } from './phone-lesson'

// prettier-ignore
const listed: ProjectKind[] = [
  bathHeater,
  bloodPressure,
  company,
  haircut,
  phoneLesson,
]

/** Every kind of standing project that a team can put on the menu. */
export const projectKinds: readonly ProjectKind[] = listed

/** The kind of that name; undefined where there is none. */
export const projectKindOf = (id: string): ProjectKind | undefined => projectKinds.find((each) => each.id === id)
