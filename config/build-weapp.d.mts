import type { ChildProcess } from 'node:child_process'

export declare function buildWeapp(): Promise<boolean>
export declare function watchWeapp(): ChildProcess
