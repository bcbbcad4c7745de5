/**
 * Sine of an angle from 0 to 2π, by its series after folding into the first quarter: to a few units
 * of the last place, and with the same bits in every engine, which Math.sin does not have.
 */
export function sin(angle: number): number {
  if (angle > Math.PI) return -sin(2 * Math.PI - angle);
  const x = angle > Math.PI / 2 ? Math.PI - angle : angle;
  let term = x;
  let sum = x;
  for (let n = 3; n < 28; n += 2) {
    term *= (-x * x) / (n * (n - 1));
    sum += term;
  }
  return sum;
}
