// Where each compound stands on the map of a community: by its direction, with room for a finger.

/** Room of a pin, px at type factor 1, and between two of them. */
export const pinWidth = 104
export const pinHeight = 60
const gap = 8
/** Height of the map where nothing has to give way; and the room across on the narrowest phone. */
const calmHeight = 176
const narrowest = 320

interface Point {
  id: string
  latitude: number
  longitude: number
}

export interface Pin {
  id: string
  /** Of the room that is left beside the pin: 0 west, 1 east. */
  across: number
  /** Px below the northern edge. */
  top: number
}

const span = (values: readonly number[]) => ({
  least: Math.min(...values),
  width: Math.max(...values) - Math.min(...values),
})
const share = (value: number, { least, width }: { least: number; width: number }) =>
  width === 0 ? 0.5 : (value - least) / width

/** Lays compounds out as they lie, north above; those that would cover each other move south. Height in px. */
export function layOut(compounds: readonly Point[]): { pins: Pin[]; height: number } {
  if (compounds.length === 0) return { pins: [], height: 0 }
  const east = span(compounds.map(({ longitude }) => longitude))
  const north = span(compounds.map(({ latitude }) => latitude))
  const wanted = compounds
    .map(({ id, latitude, longitude }) => ({
      id,
      across: share(longitude, east),
      top: Math.round((1 - share(latitude, north)) * (calmHeight - pinHeight)),
    }))
    .sort((a, b) => a.top - b.top || a.across - b.across)
  const pins: Pin[] = []
  for (const pin of wanted) pins.push({ ...pin, top: freeBelow(pin, pins) })
  return { pins, height: Math.max(...pins.map(({ top }) => top)) + pinHeight }
}

function freeBelow(pin: Pin, placed: readonly Pin[]): number {
  const beside = placed.filter(({ across }) => Math.abs(across - pin.across) * (narrowest - pinWidth) < pinWidth + gap)
  return beside
    .sort((a, b) => a.top - b.top)
    .reduce((top, { top: taken }) => (Math.abs(taken - top) < pinHeight + gap ? taken + pinHeight + gap : top), pin.top)
}
