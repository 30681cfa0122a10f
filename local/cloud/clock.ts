/** The one clock of a local cloud; tests may move it ahead. */
export class Clock {
  /** Ms ahead of the source. */
  offset = 0

  constructor(private readonly source: () => number = Date.now) {}

  /** Ms since 1970. */
  readonly now = (): number => this.source() + this.offset
}
