export declare function provideChromium(): string
