export declare const source: string;
export declare const nodeConditions: string[];
