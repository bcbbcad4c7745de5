import type { Choices } from './chance.js';
import { AMOUNTS, CLOCKS, NAMES, NUMBERS, PIECES, VALUES } from './strange.js';
import { type Place, placesOf, put, putAt, valueAt } from './tree.js';

/** A break takes the text of a valid file and gives one that is broken in one place, or only looks so. */
type Break = (text: string, choices: Choices, others: readonly string[]) => string | Uint8Array;

type Edit = (place: Place, choices: Choices, all: readonly Place[]) => void;

/** An edit of one place of the document, among those that fit. */
const edit =
  (change: Edit, fits: (value: unknown, key: string) => boolean = () => true): Break =>
  (text, choices) => {
    const document = JSON.parse(text) as Record<string, unknown>;
    const all = placesOf(document);
    const fitting = all.filter((place) => fits(valueAt(place), place.key));
    change(choices.pick(fitting.length > 0 ? fitting : all), choices, all);
    return JSON.stringify(document);
  };

/** Something that JSON.stringify cannot write, in place of the value at a place. */
const written =
  (content: (before: string, key: string, choices: Choices) => string): Break =>
  (text, choices) => {
    const document = JSON.parse(text) as Record<string, unknown>;
    const { parent, key } = choices.pick(placesOf(document));
    const before = JSON.stringify(parent[key]);
    put(parent, key, 'STANDS-HERE');
    return JSON.stringify(document).replace('"STANDS-HERE"', () => content(before, key, choices));
  };

const CLOCK = /^\d\d:\d\d$/;
const UNIT = /^[\d.]+( ?)(s|min|h|%|per hour|per min|per day)$/;
const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && UNIT.test(value));
const isClock = (value: unknown, key: string): boolean =>
  CLOCK.test(key) || (typeof value === 'string' && CLOCK.test(value));

const within = (inner: Place, outer: Place): boolean =>
  outer.path.every((key, i) => key === inner.path[i]);

function rename({ parent, key }: Place, name: string): void {
  const entries = Object.entries(parent);
  for (const [old] of entries) delete parent[old];
  for (const [old, value] of entries) put(parent, old === key ? name : old, value);
}

function shiftClocks(text: string, minutes: number): string {
  return text.replace(/"(\d\d):(\d\d)"/g, (_, h: string, m: string) => {
    const time = Number(h) * 60 + Number(m) + minutes;
    const two = (n: number): string => String(n).padStart(2, '0');
    return `"${two(Math.floor(time / 60))}:${two(time % 60)}"`;
  });
}

/** Every kind of break, with what it does. */
export const BREAKS = {
  value: {
    does: 'another kind of value in one place',
    apply: edit((place, choices) => {
      put(place.parent, place.key, choices.pick(VALUES));
    }),
  },
  number: {
    does: 'a huge, tiny, negative or unreadable number',
    apply: edit(({ parent, key }, choices) => {
      const unit = UNIT.exec(String(parent[key]));
      const number = choices.pick<unknown>(unit === null ? NUMBERS : AMOUNTS);
      put(parent, key, unit === null ? number : `${String(number)}${unit[1]}${unit[2]}`);
    }, isNumber),
  },
  delete: {
    does: 'a key deleted',
    apply: edit(({ parent, key }) => {
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
    }),
  },
  duplicate: {
    does: 'a key written twice',
    apply: written((before, key, choices) => {
      const again = choices.below(2) === 0 ? before : JSON.stringify(choices.pick(VALUES));
      return `${before},${JSON.stringify(key)}:${again}`;
    }),
  },
  swap: {
    does: 'two values exchanged',
    apply: edit((place, choices, all) => {
      const near = all.filter(({ parent }) => parent === place.parent);
      const other = choices.pick(choices.below(2) === 0 ? near : all);
      if (within(place, other) || within(other, place)) return;
      const value = valueAt(place);
      put(place.parent, place.key, valueAt(other));
      put(other.parent, other.key, value);
    }),
  },
  ids: {
    does: 'one id in place of another, or a strange one',
    apply: edit((place, choices, all) => {
      const known = all.map(({ key }) => key).filter((key) => /^[a-z][a-z0-9-]*$/.test(key));
      const name = choices.pick(choices.below(2) === 0 ? known : NAMES);
      if (typeof valueAt(place) === 'string' && choices.below(2) === 0) {
        put(place.parent, place.key, name);
      } else if (!Array.isArray(place.parent)) rename(place, name);
    }),
  },
  renamed: {
    does: 'one id everywhere renamed to a word of JavaScript',
    apply: (text, choices) => {
      const document = JSON.parse(text) as Record<string, Record<string, unknown>>;
      const ids = ['customers', 'services', 'counters', 'staff'].flatMap((map) =>
        Object.keys(document[map] ?? {}),
      );
      const name = JSON.stringify(choices.pick(['constructor', 'prototype', 'then', '__proto__']));
      return JSON.stringify(document).replaceAll(JSON.stringify(choices.pick(ids)), name);
    },
  },
  unicode: {
    does: 'strange characters or bytes in the text',
    apply: (text, choices) => {
      const at = choices.below(text.length);
      if (choices.below(2) === 0) return text.slice(0, at) + choices.pick(PIECES) + text.slice(at);
      const bytes = new TextEncoder().encode(text);
      bytes[choices.below(bytes.length)] = choices.below(256);
      return bytes;
    },
  },
  nesting: {
    does: 'a deep nest in place of a value',
    apply: written((_before, _key, choices) => {
      const depth = choices.pick([2, 30, 200, 20_000]);
      const [open, close] = choices.pick([
        ['[', ']'],
        ['{"a":', '}'],
      ]);
      return `${open.repeat(depth)}0${close.repeat(depth)}`;
    }),
  },
  cut: {
    does: 'the text cut short, or a piece of it lost',
    apply: (text, choices) => {
      const from = choices.below(text.length);
      if (choices.below(2) === 0) return text.slice(0, from);
      return text.slice(0, from) + text.slice(from + 1 + choices.below(40));
    },
  },
  midnight: {
    does: 'times moved, up to beyond midnight',
    apply: (text, choices, others) =>
      choices.below(2) === 0
        ? shiftClocks(text, choices.pick([30, 240, 600, 900, 1100, 1600]))
        : moveOneClock(text, choices, others),
  },
  transplant: {
    does: 'a part of another valid file put in',
    apply: (text, choices, others) => {
      const document = JSON.parse(text) as Record<string, unknown>;
      const donor = placesOf(JSON.parse(choices.pick(others)));
      const places = donor.filter(({ path }) => path.length <= 4 && path[0] !== 'variants');
      const part = choices.pick(places);
      putAt(document, part.path, valueAt(part));
      return JSON.stringify(document);
    },
  },
} as const satisfies Readonly<Record<string, { does: string; apply: Break }>>;

const moveOneClock: Break = edit((place, choices) => {
  if (CLOCK.test(place.key)) rename(place, choices.pick(CLOCKS));
  else put(place.parent, place.key, choices.pick(CLOCKS));
}, isClock);

export type BreakId = keyof typeof BREAKS;

export const BREAK_IDS = Object.keys(BREAKS) as readonly BreakId[];
