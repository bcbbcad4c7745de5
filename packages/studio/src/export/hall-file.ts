import type { StudioDocument } from '../document/studio-document.js';

/** The hall as a file: with the planner's variant, and with the day, seed and days on the screen. */
export function hallFile(document: StudioDocument): string {
  const { scenario, day, seed, replications } = document;
  const saved = {
    ...scenario,
    ...(day === null ? {} : { demand: { ...scenario.demand, dayType: day } }),
    run: { ...scenario.run, replications, seed },
  };
  return `${JSON.stringify(saved, null, 2)}\n`;
}
