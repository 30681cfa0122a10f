import * as v from 'valibot'

/** The seven colours, in the order in which people recite them. */
export const colours = ['red', 'orange', 'yellow', 'green', 'cyan', 'blue', 'purple'] as const
export type Colour = (typeof colours)[number]
export const ColourSchema = v.picklist(colours)

/** How each colour is called: one character, its work, and the two characters that fit under a shape. */
export const colourWords: Record<Colour, { word: string; name: string; short: string }> = {
  red: { word: '红', name: '党建引领', short: '党建' },
  orange: { word: '橙', name: '医疗救助', short: '医疗' },
  yellow: { word: '黄', name: '便民利民', short: '便民' },
  green: { word: '绿', name: '文明创建', short: '文明' },
  cyan: { word: '青', name: '宣传教育', short: '宣教' },
  blue: { word: '蓝', name: '平安建设', short: '平安' },
  purple: { word: '紫', name: '文体活动', short: '文体' },
}
