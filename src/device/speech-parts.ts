/** Breaks text into parts a voice can be made of, at most `most` characters each: behind a sentence, else a pause. */
export function speechParts(text: string, most: number): string[] {
  const parts: string[] = []
  let part = ''
  for (const sentence of text.match(/[^。！？；\n]+[。！？；\n]*/g) ?? []) {
    for (const piece of pieces(sentence.trim(), most)) {
      if (part && part.length + piece.length > most) {
        parts.push(part)
        part = ''
      }
      part += piece
    }
  }
  return part ? [...parts, part] : parts
}

/** A sentence that is too long by itself, broken behind its last comma that fits, else anywhere. */
function pieces(sentence: string, most: number): string[] {
  if (sentence.length <= most) return sentence ? [sentence] : []
  const pause = Math.max(...['，', '、', '：', ' '].map((mark) => sentence.lastIndexOf(mark, most - 1))) + 1
  const end = pause > 0 ? pause : most
  return [sentence.slice(0, end), ...pieces(sentence.slice(end), most)]
}
