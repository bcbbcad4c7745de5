export function makeHalls(): Record<string, unknown>;
