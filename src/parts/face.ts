/** One character of a given name, for an avatar: 文 of 梁文娟, 兰 of 苏兰. */
export const faceOf = (name: string): string => [...name.trim()].slice(name.trim().length > 1 ? 1 : 0)[0] ?? '我'
