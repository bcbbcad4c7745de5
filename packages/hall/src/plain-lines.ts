import type { HallModel, LineModel } from './model.js';

/**
 * The lines of a plain hall. Where whoever fails at a kiosk keeps the place of the first ticket, each is there a second
 * time, behind all of them, for these people: among those from the door they would have to pass everybody who has come since, among
 * themselves they are nearly in order.
 */
export function plainLines({ kiosks, lines }: HallModel): readonly LineModel[] {
  if (kiosks === null || !kiosks.keepsPlace) return lines;
  const twice = (some: Int32Array): Int32Array =>
    Int32Array.from([...some, ...some.map((line) => line + lines.length)]);
  const both = lines.map((line) => ({ ...line, rivals: twice(line.rivals) }));
  return [...both, ...both];
}
