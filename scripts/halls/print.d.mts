export function print(value: unknown): string;
