import fc from 'fast-check';
import { type Json, length, maybe, merged, spread } from './random-parts.js';

/** Merge patches that add keys to a random hall; see random-core.ts. */
export type Patch = fc.Arbitrary<object>;

type Entry = Record<string, unknown>;

/** Something under a key. */
export const under = (key: string, value: fc.Arbitrary<unknown>): Patch =>
  value.map((v) => ({ [key]: v }));

export const isPool = (hall: Json): boolean => typeof (hall.counters as Json).count === 'number';

const entriesOf = (map: unknown): [string, Entry][] =>
  Object.entries((map ?? {}) as Record<string, Entry>);

/** Something for at least one entry of a map of the hall that fits; `null` where none does. */
export function forSome(
  hall: Json,
  map: string,
  value: Patch | ((id: string, entry: Entry) => Patch),
  fits: (entry: Entry) => boolean = () => true,
): Patch | null {
  const fitting = entriesOf(hall[map]).filter(([, entry]) => fits(entry));
  if (fitting.length === 0) return null;
  const all = fc
    .subarray(fitting, { minLength: 1 })
    .chain((chosen) =>
      merged(
        ...chosen.map(([id, entry]) =>
          under(id, typeof value === 'function' ? value(id, entry) : value),
        ),
      ),
    );
  return under(map, all);
}

/** Something for some of the breaks of clerks. */
export function forSomeBreak(
  hall: Json,
  value: (clerks: Entry, pause: Entry) => Patch,
): Patch | null {
  return forSome(
    hall,
    'staff',
    (_, clerks) => forSome(clerks, 'breaks', (_id, pause) => value(clerks, pause))!,
    ({ breaks, headcount }) => entriesOf(breaks).length > 0 && Number(headcount) > 0,
  );
}

/** A head start that grows once or twice. */
export function growingHeadStart(): Patch {
  const steps = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ max: 40, min: 0 })),
    {
      minLength: 1,
      maxLength: 3,
    },
  );
  return fc.tuple(fc.integer({ min: 0, max: 20 }), steps).map(([first, list]) => {
    let after = first;
    let credit = 0;
    return Object.fromEntries(
      list.map(([later, more]) => {
        after += later;
        credit += more;
        return [`${after / 4} min`, `${credit / 4} min`];
      }),
    );
  });
}

export const failures = (): Patch =>
  fc.tuple(spread(10, 60), spread(1, 10)).map(([every, lasts]) => ({ every, lasts }));

/** What breaks of all clerks of some counters keep to. */
export function roomBreaks(hall: Json): Patch | null {
  const headcount = ({ staff }: Entry): number =>
    entriesOf(staff).reduce((sum, [, clerks]) => sum + Number(clerks.headcount), 0);
  const rule = (all: number): Patch =>
    under(
      'breaks',
      merged(
        maybe('keepOpen', fc.integer({ min: 0, max: all - 1 })),
        maybe('oneAtATime', fc.boolean()),
      ),
    );
  if (!isPool(hall)) {
    const hasClerks = (group: Entry): boolean => headcount(group) > 0;
    return forSome(hall, 'counters', (_, group) => rule(headcount(group)), hasClerks);
  }
  const all = headcount(hall);
  return all > 0 ? under('counters', rule(all)) : null;
}

/** Services that a group or some of its clerks do. */
const skillsOf = ({ skills, staff }: Entry): string[] =>
  (skills as string[] | undefined) ?? entriesOf(staff).flatMap(([, clerks]) => skillsOf(clerks));

/** Services that each clerk of a group does. */
function everyClerkDoes({ skills, staff }: Entry): string[] {
  if (staff === undefined) return skills as string[];
  const [first = [], ...others] = entriesOf(staff).map(([, clerks]) => clerks.skills as string[]);
  return first.filter((id) => others.every((own) => own.includes(id)));
}

/** Other times at those counters or clerks that do a service. */
export function timeAt(hall: Json): Patch | null {
  const servers = entriesOf(isPool(hall) ? hall.staff : hall.counters);
  const can = (service: string): string[] =>
    servers.filter(([, server]) => skillsOf(server).includes(service)).map(([id]) => id);
  const served = Object.fromEntries(entriesOf(hall.services).filter(([id]) => can(id).length > 0));
  return forSome({ services: served }, 'services', (service) =>
    under(
      'timeAt',
      fc
        .subarray(can(service), { minLength: 1 })
        .chain((some) => merged(...some.map((id) => under(id, spread(1, 10))))),
    ),
  );
}

/** Counters beyond the roster, with room for them. */
export function elastic(hall: Json): Patch | null {
  const level = fc
    .tuple(fc.constantFrom('waiting', 'waitingPerCounter'), fc.integer({ min: 1, max: 4 }))
    .chain(([key, opens]) =>
      fc.integer({ min: 0, max: opens - 1 }).map((closes) => ({
        opensWhen: { [key]: opens },
        closesWhen: { [key]: closes },
      })),
    );
  const rule = fc
    .tuple(
      level,
      fc.option(length(0, 10), { nil: undefined }),
      fc.boolean(),
      fc.integer({ min: 1, max: 2 }),
      merged(maybe('setUp', length(0, 5)), maybe('staysAtLeast', length(0, 20))),
      maybe('every', length(1, 10)),
    )
    .map(([{ opensWhen, closesWhen }, wait, alone, more, times, every]) => ({
      more,
      opensWhen: wait === undefined ? opensWhen : alone ? { wait } : { ...opensWhen, wait },
      closesWhen,
      ...times,
      ...every,
    }));
  return forSome(
    hall,
    'counters',
    (_, { count }) => rule.map((one) => ({ count: Number(count) + one.more, elastic: one })),
    ({ staff }) => staff === undefined,
  );
}

/** Services or classes that are not a group's own, served when it would be idle. */
export function helps(hall: Json): Patch | null {
  const others = (map: string, own: unknown): string[] =>
    Object.keys(hall[map] as Json).filter((id) => !(own as string[]).includes(id));
  const skills = (group: Entry): string[] => others('services', everyClerkDoes(group));
  const classes = ({ customers: own }: Entry): string[] =>
    own === undefined ? [] : others('customers', own);
  const some = (key: string, ids: string[]): Patch[] =>
    ids.length === 0 ? [] : [under(key, fc.subarray(ids, { minLength: 1 }))];
  return forSome(
    hall,
    'counters',
    (_, group) =>
      under(
        'helps',
        merged(
          fc.oneof(...some('skills', skills(group)), ...some('customers', classes(group))),
          maybe('whenWaiting', fc.integer({ min: 1, max: 4 })),
          maybe('whenWait', length(0, 8)),
        ),
      ),
    (group) => skills(group).length + classes(group).length > 0,
  );
}

const without = (entry: Entry, ...keys: string[]): Entry =>
  Object.fromEntries(Object.entries(entry).filter(([key]) => !keys.includes(key)));

const withoutNumbers = (entry: Entry): Entry => {
  const { balks } = entry as { balks?: Entry };
  const looks = balks !== undefined && Object.hasOwn(balks, 'whenNumbersAhead');
  return looks ? without(entry, 'keepsTicket', 'balks') : without(entry, 'keepsTicket');
};

const each = (map: unknown, change: (entry: Entry) => Entry): Entry =>
  Object.fromEntries(entriesOf(map).map(([id, entry]) => [id, change(entry)]));

const has = (map: unknown, key: string): boolean =>
  entriesOf(map).some(([, entry]) => entry[key] !== undefined);

/** The hall without the keys that others leave without effect. */
export function compatible(hall: Json): Json {
  const { rules = {}, space = {}, ...rest } = hall as Record<string, Entry>;
  const perCounter = rules.queues === 'per-counter';
  const byTicket = rules.discipline === undefined;
  const calling =
    !perCounter && has(rest.customers, 'keepsTicket')
      ? rules.calling
      : rules.calling && without(rules.calling as Entry, 'absent');
  const standing = space.standing !== 0 && has(rest.customers, 'patience');
  return {
    ...rest,
    customers: each(rest.customers, (entry) => {
      const late = entry.waitingCounts !== undefined || typeof entry.headStart === 'object';
      const ranked = late ? without(entry, 'priority') : entry;
      const called = byTicket ? ranked : without(ranked, 'headStart', 'waitingCounts');
      return perCounter ? withoutNumbers(called) : called;
    }),
    counters:
      perCounter && !isPool(hall)
        ? each(rest.counters, (group) => without(group, 'helps'))
        : rest.counters,
    ...(Object.keys(rules).length === 0
      ? {}
      : {
          rules: {
            ...(perCounter ? without(rules, 'freeCounter') : rules),
            ...(calling === undefined ? {} : { calling }),
          },
        }),
    ...(space.seats === undefined
      ? {}
      : { space: standing ? space : without(space, 'standingPatience') }),
  };
}
