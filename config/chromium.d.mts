export declare function findChromium(): string
export declare function provideChromium(): string
