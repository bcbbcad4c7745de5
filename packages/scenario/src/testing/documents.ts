import { readFileSync } from 'node:fs';
import type { Issue } from '../issue.js';
import { parseScenario } from '../parse.js';

/** A JSON document to break. */
export type Document = Record<string, unknown>;

/** The text of a file in examples/halls. */
export function hallText(name: string): string {
  return readFileSync(new URL(`../../../../examples/halls/${name}.json`, import.meta.url), 'utf8');
}

/** A fresh copy of a small valid hall that uses most of the format. */
export function smallHall(): Document {
  return {
    format: 'service-hall/1',
    day: { opens: '09:00', closes: '17:00', lastTicket: '16:45' },
    demand: {
      dayType: 'normal',
      arrivals: { '09:00': '30 per hour', '12:00': '0.3 per min' },
      dayTypes: {
        normal: { volume: '100%', roster: 'usual' },
        busy: {
          volume: '150%',
          mix: { pay: '80%', plan: '20%' },
          rushes: { noon: { from: '12:00', to: '13:00', adds: '10 per hour' } },
        },
      },
    },
    customers: {
      general: { share: '90%', patience: { exponential: '30 min' } },
      vip: { share: '10%', headStart: '10 min', balks: { whenWaiting: 20, chance: '50%' } },
    },
    services: {
      pay: { share: '60%', time: { lognormal: { mean: '4 min', cv: 0.6 } } },
      plan: { share: '40%', time: { uniform: { from: '5 min', to: '12 min' } } },
    },
    counters: {
      front: { count: 3, skills: ['pay', 'plan'], open: { usual: { '09:00': 2, '11:00': 3 } } },
    },
    kiosks: {
      count: 2,
      services: { pay: { eligible: '80%', time: { fixed: '2 min' }, succeeds: '95%' } },
      willing: { general: '40%' },
      greeter: { from: '10:00', to: '12:00', adds: { general: '20%' } },
    },
    targets: { 'service-level': { within: '10 min', atLeast: '80%' } },
    run: { replications: 50, seed: 'a', confidence: '95%', bucket: '30 min' },
    variants: { 'more-kiosks': { change: { kiosks: { count: 4 } } } },
  };
}

type Key = string | number;

/** Sets what stands at a path such as `customers.vip.share`; `undefined` deletes it. */
export function set(document: Document, path: string, value: unknown): Document {
  const keys: Key[] = path.split('/').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  const last = keys.pop() ?? '';
  const parent = keys.reduce<unknown>((d, key) => (d as Record<Key, unknown>)[key], document);
  const map = parent as Record<Key, unknown>;
  if (value === undefined) delete map[last];
  else map[last] = value;
  return document;
}

/** The small hall with changes: path by path, separated by slashes. */
export function changed(changes: Readonly<Record<string, unknown>>): Document {
  return Object.entries(changes).reduce((d, [path, value]) => set(d, path, value), smallHall());
}

/** The issues of a text, of bytes or of a document. */
export function issuesOf(source: string | Uint8Array | Document): readonly Issue[] {
  const plain = typeof source === 'string' || source instanceof Uint8Array;
  const result = parseScenario(plain ? source : JSON.stringify(source));
  return result.ok ? [] : result.issues;
}

/** Code and path of every issue, for comparing. */
export function briefly(issues: readonly Issue[]): string[] {
  return issues.map(({ code, path }) => (path === '' ? code : `${code} ${path}`));
}
