import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type RuleModule, simulate } from '@hallsim/experiment';
import { applyVariant, parseScenario } from '@hallsim/scenario';
import { root } from './sources.js';

const folder = join(root, 'examples/rules');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

function read(name: string) {
  const result = parseScenario(readFileSync(join(folder, name)));
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 1));
  return result;
}

/** The module beside a file that names rules of its own. */
function rulesBeside(name: string): RuleModule[] {
  const module = join(folder, name.replace(/json$/, 'mjs'));
  return existsSync(module) ? [{ url: pathToFileURL(module).href, hash: 'sha256:test' }] : [];
}

describe.each(files)('%s', (name) => {
  const { scenario, notes } = read(name);
  const days = { replications: 10, rules: rulesBeside(name) };

  test('runs, and so do its variants', async () => {
    for (const variant of ['base', ...Object.keys(scenario.variants ?? {})]) {
      const { run, conservation } = await simulate(scenario, { ...days, variant });
      expect(run.complete).toBe(true);
      expect(conservation).toMatchObject({ inside: 0 });
      expect(conservation.served).toBeGreaterThan(0);
    }
  });

  test('has other measures without its key, unless check says that it is not simulated yet', async () => {
    const without = applyVariant(scenario, 'without');
    expect(without).toMatchObject({ ok: true, notes: [] });
    const [own, plain] = await Promise.all([
      simulate(scenario, days),
      simulate(scenario, { ...days, variant: 'without' }),
    ]);
    if (notes.length === 0) expect(own.measures).not.toEqual(plain.measures);
  });
});

test('the table beside the examples names each of them', () => {
  const table = readFileSync(join(folder, 'README.md'), 'utf8');
  const named = [...table.matchAll(/^\| `(.+?\.json)`/gm)].map((match) => match[1]);
  expect(named.toSorted()).toEqual(files.toSorted());
});
