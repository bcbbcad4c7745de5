export declare function freshDist(name: string): Promise<void>;
export declare function freshFolder(sources: string, outputs: string): Promise<void>;
