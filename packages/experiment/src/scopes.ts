import type { HallModel } from '@hallsim/hall';
import {
  type CountedQuantile,
  CountedQuantiles,
  type CountedValues,
  type Estimate,
} from '@hallsim/stats';
import {
  clerkColumns,
  type Columns,
  customerColumns,
  groupColumns,
  hallColumns,
  serviceColumns,
} from './columns.js';
import type { WaitColumn } from './counted-waits.js';
import type { DayRecords } from './day-records.js';
import { LEVELS } from './measure-rules.js';
import type { WaitDistribution } from './summary-json.js';
import { waitDistribution } from './wait-distribution.js';

/** Quantile of the waits of an interval. */
const LONG = 0.9;

/** What is known of the visits of one scope. */
export interface Scope {
  readonly columns: Columns;
  /** Quantiles of the counter waits, in the order of `LEVELS`. */
  readonly quantiles: readonly CountedQuantile[];
}

/** Whom measures are given for: everybody, and parts of them in the order of the model. */
export interface Scopes {
  readonly hall: Scope;
  readonly service: readonly Scope[];
  readonly customer: readonly Scope[];
  readonly group: readonly Scope[];
  readonly clerk: readonly Scope[];
  /** How long everybody waited. */
  readonly distribution: WaitDistribution;
  /** What 90 % of the waits do not exceed, by the interval of the ticket. */
  readonly longWaits: readonly Estimate[];
}

/** Everybody, and parts of them. */
export function scopesOf(records: DayRecords, model: HallModel, confidence: number): Scopes {
  const { services, customers, groups } = model;
  const { clerks, codeOf, codes, edges } = records.layout;
  const waits = records.waits();
  const found = (values: CountedValues): CountedQuantiles =>
    new CountedQuantiles(values, confidence);
  const parts = (
    column: WaitColumn,
    members: readonly (readonly number[])[],
  ): readonly (readonly CountedQuantile[])[] =>
    waits.parts(column, members).map((values) => quantilesOf(found(values)));
  // one part after the other: nothing is left of it when the next is asked for
  const everybody = found(waits.all());
  const quantiles = quantilesOf(everybody);
  const distribution = waitDistribution(everybody);
  const kindOf = (service: number, customer: number): number =>
    service * customers.length + customer;
  const byService = parts(
    'kind',
    services.map((_, s) => customers.map((__, c) => kindOf(s, c))),
  );
  const byCustomer = parts(
    'kind',
    customers.map((_, c) => services.map((__, s) => kindOf(s, c))),
  );
  const codesOf = groups.map(({ clerks: named, count }, g) =>
    range(named === null ? 1 : count, codeOf[g]),
  );
  // the only group served everybody, and so did the only clerk
  const byGroup = groups.length === 1 ? [quantiles] : parts('who', codesOf);
  const byCode =
    codes === 1
      ? [quantiles]
      : parts(
          'who',
          range(codes).map((code) => [code]),
        );
  const longWaits = waits
    .parts(
      'interval',
      range(edges.length - 1).map((i) => [i]),
    )
    .map((values) => found(values).at(LONG).estimate);
  return {
    hall: { columns: hallColumns(records, model), quantiles },
    service: byService.map((own, s) => ({ columns: serviceColumns(records, s), quantiles: own })),
    customer: byCustomer.map((own, c) => ({
      columns: customerColumns(records, c),
      quantiles: own,
    })),
    group: byGroup.map((own, g) => ({ columns: groupColumns(records, model, g), quantiles: own })),
    clerk: clerks.map(({ code }, i) => ({
      columns: clerkColumns(records, i),
      quantiles: byCode[code]!,
    })),
    distribution,
    longWaits,
  };
}

function range(length: number, from = 0): number[] {
  return Array.from({ length }, (_, i) => from + i);
}

/** Everybody alone. */
export function hallScope(records: DayRecords, model: HallModel, confidence: number): Scope {
  const everybody = new CountedQuantiles(records.waits().all(), confidence);
  return { columns: hallColumns(records, model), quantiles: quantilesOf(everybody) };
}

function quantilesOf(waits: CountedQuantiles): readonly CountedQuantile[] {
  return LEVELS.map((p) => waits.at(p));
}
