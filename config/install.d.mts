export declare const root: string
export declare function giveUp(sentence: string): never
export declare function install(): void
