import { caseIdOf } from './person-id'

/** Cases of 柳湾 that everybody can meet with, by what they are about; the same in every county. */
export const caseIds = {
  /** 后巷晚上太黑: 县供电所 is at it, due on a Thursday; `lane` was the same and is one with it. */
  lamp: caseIdOf('lamp'),
  lane: caseIdOf('lane'),
  /** 梁文娟 for 何玉珍: a team was whistled for and has not answered. */
  phone: caseIdOf('phone'),
  /** Done, and praised. */
  rail: caseIdOf('rail'),
  /** Neighbours may take these. */
  wardrobe: caseIdOf('wardrobe'),
  seeds: caseIdOf('seeds'),
  /** 县水务局 is late with it; it climbed to the county. */
  lid: caseIdOf('lid'),
  /** Waits for who asked. */
  parking: caseIdOf('parking'),
  /** Done; 梁文娟 has not said so yet. */
  bins: caseIdOf('bins'),
  /** Two stars: the community looks at it again. */
  flicker: caseIdOf('flicker'),
  /** An errand of 梁文娟 for 何玉珍: 50 yuan handed over, 8.80 still in the hands of 苏桂兰 and 陶国栋. */
  vegetables: caseIdOf('vegetables'),
  /** Sealed: 陶国栋, 郭淑芬 and 方明远 alone see it. */
  noise: caseIdOf('noise'),
  /** Sealed: 梁文娟 and the lawyer alone see it. */
  lease: caseIdOf('lease'),
  /** Found by 贺小满 at a door. */
  wires: caseIdOf('wires'),
  /** The community sent it up to the county. */
  pit: caseIdOf('pit'),
  /** Declined by one unit, taken by two others together. */
  again: caseIdOf('again'),
  /** On the desks of the compounds: nobody looked at them yet, the second is urgent. */
  steps: caseIdOf('steps'),
  burst: caseIdOf('burst'),
  /** Orders from the menu; of the haircuts no place is left on their day. */
  haircut: caseIdOf('haircut'),
  lesson: caseIdOf('lesson'),
} as const
