import { type Measure, type MeasureValues, MEASURES } from '@hallsim/experiment';

/** The measures that a text has a line for: those of kiosks only where one of the halls has kiosks that work. */
export function shownMeasures(...halls: readonly MeasureValues[]): readonly Measure[] {
  if (halls.some(hasKiosks)) return MEASURES;
  return MEASURES.filter(({ id }) => !id.startsWith('kiosk.'));
}

export function hasKiosks(measures: MeasureValues): boolean {
  return measures['kiosk.utilisation']?.reason !== 'nothing-observed';
}
