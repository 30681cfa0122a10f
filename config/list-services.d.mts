export declare function listServices(): string[]
