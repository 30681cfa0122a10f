import { type LogLine } from './instance'

/** A line of a function's log, with when and where. */
export interface LogEntry extends LogLine {
  at: number
  functionName: string
}

const KEPT = 2000

/** The last lines all functions wrote. */
export class LogRing {
  private entries: LogEntry[] = []

  constructor(private readonly print: boolean) {}

  /** Takes a line in, and prints it when so told. */
  add(functionName: string, { level, requestId, text }: LogLine): void {
    this.entries.push({ at: Date.now(), functionName, level, requestId, text })
    if (this.entries.length > KEPT * 2) this.entries = this.entries.slice(-KEPT)
    if (this.print) process.stderr.write(`[${functionName} ${requestId.slice(0, 8)}] ${level}: ${text}\n`)
  }

  /** Lines, oldest first, of one request or of all. */
  read(requestId?: string): LogEntry[] {
    return this.entries.slice(-KEPT).filter((entry) => !requestId || entry.requestId === requestId)
  }
}
