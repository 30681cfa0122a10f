export declare function buildWeapp(): Promise<boolean>
export declare function watchWeapp(): { kill(): void }
