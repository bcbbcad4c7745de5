import { type Choice } from './network-plan.js';
import type { PerClass, Shares } from './network-spec.js';
import { shown, type SpecIssues } from './spec-issues.js';
import type { Variate } from './variate.js';
import { quantile } from './variate-quantile.js';
import { fixed } from './variate-scaled.js';
import { type Spread, variateOf } from './variate-spread.js';

/**
 * The ids of a network, and how its parts are read: what is wrong goes to the issues, with a
 * harmless value in its place.
 */
export class NetworkNames {
  readonly issues: SpecIssues;
  readonly #stations: readonly string[];
  readonly classes: readonly string[];

  constructor(issues: SpecIssues, stations: readonly string[], classes: readonly string[]) {
    this.issues = issues;
    this.#stations = stations;
    this.classes = classes;
  }

  station(path: string, id: string): number {
    const index = this.#stations.indexOf(id);
    if (index < 0) {
      this.issues.add(
        path,
        id,
        `There is no station "${id}"; there are ${this.#stations.join(', ')}.`,
      );
    }
    return index;
  }

  choice(path: string, shares: Shares): Choice {
    let total = 0;
    const entries = Object.entries(shares).map(([id, share]) => {
      const target = this.station(`${path}.${id}`, id);
      if (!(share >= 0 && share <= 1)) {
        this.issues.add(`${path}.${id}`, share, `${shown(share)} is no probability from 0 to 1.`);
      }
      total += share;
      return { target, total };
    });
    if (total > 1 + 1e-9) {
      this.issues.add(path, total, `The shares add up to ${total}; they may add up to at most 1.`);
    }
    // shares that make 1 but for rounding leave nobody behind
    const full = total > 1 - 1e-9;
    // where nobody goes is no way out of a circle
    const ways = entries.filter(({ total: upTo }, i) => upTo > (entries[i - 1]?.total ?? 0));
    return {
      targets: ways.map(({ target }) => target),
      totals: ways.map(({ total: upTo }, i) => (full && i === ways.length - 1 ? 1 : upTo)),
    };
  }

  perClass<Value extends object, Result>(
    path: string,
    value: PerClass<Value>,
    read: (path: string, value: Value) => Result,
    instead: Result,
    example: string,
    optional = false,
  ): Result[] {
    if (typeof value !== 'object' || value === null) {
      this.issues.add(
        path,
        value,
        `${shown(value)} declares nothing here; an object is wanted, such as ${example}.`,
      );
      return this.classes.map(() => instead);
    }
    if (!('byClass' in value)) {
      const one = read(path, value);
      return this.classes.map(() => one);
    }
    const byClass = value.byClass;
    for (const id of Object.keys(byClass)) this.class(`${path}.byClass.${id}`, id);
    return this.classes.map((id) => {
      const own = byClass[id];
      if (own !== undefined) return read(`${path}.byClass.${id}`, own);
      if (!optional) this.issues.add(`${path}.byClass`, undefined, `The class "${id}" is missing.`);
      return instead;
    });
  }

  /** A spread of times, which cannot be negative. */
  spread(path: string, spread: Spread | Variate): Variate {
    const variate = this.issues.attempt(path, spread, () => variateOf(spread), fixed(0));
    // the smallest uniform that is ever drawn
    const least = quantile(variate, 1.1102230246251565e-16);
    if (!(least >= 0)) {
      this.issues.add(
        path,
        spread,
        `A ${variate.family} spread like this may give ${least}; times are at least 0. Cut it, such as with truncatedNormal.`,
      );
    }
    return variate;
  }

  class(path: string, id: string): void {
    if (!this.classes.includes(id)) {
      this.issues.add(path, id, `There is no class "${id}"; there are ${this.classes.join(', ')}.`);
    }
  }

  whole(path: string, value: unknown): void {
    if (!(Number.isInteger(value) && (value as number) >= 0)) {
      this.issues.add(path, value, `${shown(value)} is no whole number of at least 0.`);
    }
  }
}
