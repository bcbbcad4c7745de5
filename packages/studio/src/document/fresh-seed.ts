/** A short seed that nobody has used: other customers, and a name to come back to them. */
export function freshSeed(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `day-${number.toString(36)}`;
}
