export declare function buildFunctions(): Promise<boolean>
export declare function functionNames(): string[]
export declare function watchFunctions(): { kill(): void }
