import type { HallModel } from '@hallsim/hall';
import { type CountedQuantile, CountedQuantiles } from '@hallsim/stats';
import {
  clerkColumns,
  type Columns,
  customerColumns,
  groupColumns,
  hallColumns,
  serviceColumns,
} from './columns.js';
import type { DayRecords } from './day-records.js';
import { ExactWaits } from './exact-waits.js';
import { LEVELS } from './measure-rules.js';

/** What is known of the visits of one scope. */
export interface Scope {
  readonly columns: Columns;
  /** Quantiles of the counter waits, in the order of `LEVELS`. */
  readonly quantiles: readonly CountedQuantile[];
  /** All counter waits. */
  readonly waits: CountedQuantiles;
}

/** Whom measures are given for: everybody, and parts of them in the order of the model. */
export interface Scopes {
  readonly hall: Scope;
  readonly service: readonly Scope[];
  readonly customer: readonly Scope[];
  readonly group: readonly Scope[];
  readonly clerk: readonly Scope[];
}

/** A scope whose quantiles are not found yet. */
interface Part {
  readonly columns: Columns;
  /** Whose waits it has: some members of a column of waits. */
  readonly codes: 'kind' | 'who';
  readonly members: readonly number[];
}

/** Everybody, and parts of them. */
export function scopesOf(records: DayRecords, model: HallModel, confidence: number): Scopes {
  const { services, customers, groups } = model;
  const { clerks: places, codeOf, codes } = records.layout;
  const kindsOf = (own: (service: number, customer: number) => boolean): number[] =>
    services.flatMap((_, s) =>
      customers.flatMap((__, c) => (own(s, c) ? [s * customers.length + c] : [])),
    );
  const hall = hallPart(records, model);
  const parts = {
    service: services.map((_, own): Part => {
      const columns = serviceColumns(records, own);
      return { columns, codes: 'kind', members: kindsOf((service) => service === own) };
    }),
    customer: customers.map((_, own): Part => {
      const columns = customerColumns(records, own);
      return { columns, codes: 'kind', members: kindsOf((__, customer) => customer === own) };
    }),
    group: groups.map(({ clerks, count }, g): Part => {
      const columns = groupColumns(records, model, g);
      // The only group served everybody.
      if (groups.length === 1) return { ...hall, columns };
      const members = Array.from({ length: clerks === null ? 1 : count }, (_, i) => codeOf[g]! + i);
      return { columns, codes: 'who', members };
    }),
    clerk: places.map(({ code }, own): Part => {
      const columns = clerkColumns(records, own);
      return codes === 1 ? { ...hall, columns } : { columns, codes: 'who', members: [code] };
    }),
  };
  const [whole, ...others] = withQuantiles(
    records,
    [hall, ...parts.service, ...parts.customer, ...parts.group, ...parts.clerk],
    confidence,
  );
  const take = (some: readonly Part[]): Scope[] => others.splice(0, some.length);
  return {
    hall: whole!,
    service: take(parts.service),
    customer: take(parts.customer),
    group: take(parts.group),
    clerk: take(parts.clerk),
  };
}

/** Everybody alone. */
export function hallScope(records: DayRecords, model: HallModel, confidence: number): Scope {
  return withQuantiles(records, [hallPart(records, model)], confidence)[0]!;
}

function hallPart(records: DayRecords, model: HallModel): Part {
  const kinds = model.services.length * model.customers.length;
  const members = Array.from({ length: kinds }, (_, kind) => kind);
  return { columns: hallColumns(records, model), codes: 'kind', members };
}

function withQuantiles(records: DayRecords, parts: readonly Part[], confidence: number): Scope[] {
  const { byKind, byWho } = records;
  // parts that share their members share their waits: the only group has those of the hall
  const counted = new Map(
    parts.map(({ codes, members }) => [members, codes === 'kind' ? byKind : byWho!]),
  );
  const found = [...counted].map(([members, counts]) => {
    const waits = new CountedQuantiles(counts.of(members), confidence);
    return { members, waits, places: LEVELS.map((p) => waits.place(p)) };
  });
  const places = found.flatMap((one) => one.places).filter((place) => place !== null);
  const exact = records.waits && new ExactWaits(records.waits, places);
  const known = new Map(
    found.map(({ members, waits, places: own }) => {
      const codes = counted.get(members) === byKind ? 'kind' : 'who';
      const quantiles = LEVELS.map((p, level) => {
        const place = own[level] ?? null;
        return waits.at(p, place === null ? undefined : exact?.at(place, codes, members));
      });
      return [members, { waits, quantiles }];
    }),
  );
  return parts.map(({ columns, members }) => ({ columns, ...known.get(members)! }));
}
