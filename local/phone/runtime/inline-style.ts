/** Lets inline styles of a page use `rpx` and the safe area, which a browser page does not know. */
export function cssValueInline(view: Window): void {
  const prototype = (view as unknown as { Element: typeof Element }).Element.prototype
  const original = prototype.setAttribute
  prototype.setAttribute = function (name: string, value: string) {
    if (name !== 'style' || typeof value !== 'string' || !/rpx|safe-area/.test(value)) {
      original.call(this, name, value)
      return
    }
    const css = value
      .replace(/(-?\d*\.?\d+)rpx\b/g, (_all, size: string) => `${(Number(size) * 100) / 750}vw`)
      .replace(/\b(?:env|constant)\(\s*safe-area-inset-(\w+)/g, 'var(--safe-area-inset-$1')
    original.call(this, name, css)
  }
}
