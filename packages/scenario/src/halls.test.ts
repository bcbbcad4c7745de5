import { describe, expect, test } from 'vitest';
import { makeHalls } from '../../../scripts/halls/make.mjs';
import { applyVariant, expectedCustomers, parseScenario, share } from './index.js';
import type { Scenario } from './index.js';
import { hallText } from './testing/documents.js';

function hall(name: string): Scenario {
  const result = parseScenario(hallText(name));
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 2));
  return result.scenario;
}

// Hall, its peak day, expected customers of a normal and of a peak day.
const halls = [
  ['county-telecom', 'billing-day', 130, 249],
  ['flagship-telecom', 'billing-day', 619, 997],
  ['bank-branch', 'pension-day', 164, 220],
  ['gov-hall', 'tax-day', 843, 1207],
] as const;

describe.each(halls)('%s', (name, peak, normal, busy) => {
  test('expects the customers of its source', () => {
    expect(expectedCustomers(hall(name))).toBeCloseTo(normal, 2);
    expect(expectedCustomers(hall(name), peak)).toBeCloseTo(busy, 2);
  });

  test('has no problem, and its notes are about what is not simulated yet', () => {
    const result = parseScenario(hallText(name));
    const notes = result.ok ? result.notes : result.issues;
    expect(new Set(notes.map(({ code }) => code))).toEqual(new Set(['not-simulated']));
    const places = notes.map(({ path }) => path);
    expect(places.every((path) => path.startsWith('later.'))).toBe(true);
  });

  test('is what its source and the script make', () => {
    expect(JSON.parse(hallText(name))).toEqual(JSON.parse(JSON.stringify(makeHalls()[name])));
  });

  test('has variants that can all be applied', () => {
    const scenario = hall(name);
    for (const id of Object.keys(scenario.variants ?? {})) {
      const result = applyVariant(scenario, id);
      expect(result.ok ? [] : result.issues).toEqual([]);
      if (result.ok) expect(result.scenario).not.toEqual(scenario);
    }
  });

  test('has texts in both languages wherever people read', () => {
    const text = hallText(name);
    expect(text.match(/"label"/g)?.length).toBe(
      text.match(/"label": \{\s*"en": "[^"]+",\s*"zh": "[^"]+"/g)?.length,
    );
  });

  test('has a calendar whose factors give the customers of the source', () => {
    const { calendar, demand } = hall(name);
    const days = Object.values(calendar?.monthDays ?? {});
    expect(days).toHaveLength(30);
    // The source's factors of the month days have mean 1.
    const sum = days.reduce((total, { dayType, factor }) => {
      const volume = demand.dayTypes?.[dayType ?? 'normal']?.volume;
      return total + share(volume ?? '100%') * share(factor ?? '100%');
    }, 0);
    expect(sum / 30).toBeCloseTo(1, 3);
  });
});

test('the riverside hall and its variants are valid without notes', () => {
  const scenario = hall('riverside-telecom');
  const ids = Object.keys(scenario.variants ?? {});
  expect(ids).toHaveLength(7);
  for (const id of ids) expect(applyVariant(scenario, id)).toMatchObject({ ok: true, notes: [] });
});
