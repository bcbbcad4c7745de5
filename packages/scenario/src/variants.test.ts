import { expect, test } from 'vitest';
import { applyVariant, parseScenario } from './index.js';
import type { Scenario } from './index.js';
import { briefly, changed, issuesOf, smallHall } from './testing/documents.js';

function scenario(): Scenario {
  const result = parseScenario(JSON.stringify(smallHall()));
  if (!result.ok) throw new Error('the small hall is valid');
  return result.scenario;
}

test('a variant changes what it names and nothing else, and has no variants itself', () => {
  const base = scenario();
  const { variants: _, ...rest } = base;
  const result = applyVariant(base, 'more-kiosks');
  expect(result).toEqual({
    ok: true,
    scenario: { ...rest, kiosks: { ...base.kiosks, count: 4 } },
    notes: [],
  });
  expect(base).toEqual(scenario());
});

test('the variant base is the scenario itself', () => {
  expect(applyVariant(scenario(), 'base')).toEqual({ ok: true, scenario: scenario(), notes: [] });
});

test.each(['more-kiosk', 'constructor', '__proto__', ''])('an unknown id %j is an issue', (id) => {
  const result = applyVariant(scenario(), id);
  expect(result.ok).toBe(false);
  if (!result.ok)
    expect(briefly(result.issues)).toEqual([`unknown-id variants${id === '' ? '[""]' : `.${id}`}`]);
  if (!result.ok && id === 'more-kiosk')
    expect(result.issues[0]?.fix.en).toBe('Did you mean "more-kiosks"?');
});

const variants = (change: object): Record<string, unknown> => ({ 'variants/x': { change } });

test.each([
  [{ kiosks: { cuont: 3 } }, ['unknown-key variants.x.change.kiosks.cuont']],
  [{ kiosks: { count: -1 } }, ['too-small variants.x.change.kiosks.count']],
  [{ kiosks: null }, []],
  [{ kiosks: { greeter: null } }, []],
  [{ day: { closes: '12:30', lastTicket: null } }, ['outside-day variants.x.change']],
  [{ day: null }, ['missing-key variants.x.change.day']],
  [{ services: { pay: { share: '50%' } } }, ['shares-sum variants.x.change.services']],
  [
    { services: { plan: null } },
    ['unknown-id variants.x.change', 'shares-sum variants.x.change.services'],
  ],
  [{ counters: { front: { skills: ['pay'] } } }, ['never-served variants.x.change']],
  [{ counters: { frnot: { count: 4 } } }, ['unknown-id variants.x.change.counters.frnot']],
  [{ demand: { dayType: 'busy' } }, []],
  [{ demand: { dayType: 'buzy' } }, ['unknown-id variants.x.change.demand.dayType']],
  [{ variants: { y: null } }, ['change-not-allowed variants.x.change.variants']],
  [{ format: 'service-hall/2' }, ['change-not-allowed variants.x.change.format']],
])('the change %j is checked where it stands', (change, expected) => {
  const found = [...new Set(briefly(issuesOf(changed(variants(change)))))];
  expect(found.sort()).toEqual([...expected].sort());
});

test('a misspelt group of a change is told which one was meant, not what a new one would need', () => {
  const [issue, ...others] = issuesOf(
    changed({
      ...variants({ counters: { frnot: { count: 4 } } }),
      'variants/y': { change: { counters: { salon: { count: 1, skills: ['pay'] } } } },
    }),
  );
  expect(issue?.message.en).toContain('"frnot" is not a counter group');
  expect(issue?.fix.en).toBe('Did you mean "front"?');
  expect(briefly(others)).toEqual(['choose-one variants.y.change.counters.salon']);
});

test('a problem of the base is not repeated for each variant', () => {
  const issues = issuesOf(
    changed({ 'services/pay/share': '10%', ...variants({ run: { seed: 'b' } }) }),
  );
  expect(briefly(issues)).toEqual(['shares-sum services.*.share']);
});

test('what a variant names has the line of its place in the file', () => {
  const text = JSON.stringify(changed(variants({ kiosks: { cuont: 3 } })), null, 1);
  const [issue] = issuesOf(text);
  expect(issue?.line).toBe(text.slice(0, text.indexOf('cuont')).split('\n').length);
});
