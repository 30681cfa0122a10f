/** A key for something new that this phone makes: sending it again makes no second one. */
export const newKey = () => `k${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`
