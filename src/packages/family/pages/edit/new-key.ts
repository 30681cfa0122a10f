/** A key of this phone for something new: a tap repeated makes one of it. */
export const newKey = () => `k${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`
