import { type Choice } from './network-plan.js';
import type { PerClass, Shares } from './network-spec.js';
import type { Reading } from './network-reading.js';
import { record, thereAre, whole } from './refuse.js';
import type { SpecIssues } from './spec-issues.js';
import { quantile, type Variate } from './variate.js';
import { fixed } from './variate-fixed.js';
import type { Spread } from './variate-spread.js';

/**
 * The ids of a network, and how its parts are read: what is wrong goes to the issues, with a
 * harmless value in its place.
 */
export class NetworkNames {
  readonly issues: SpecIssues;
  readonly #stations: readonly string[];
  readonly classes: readonly string[];
  readonly reading: Reading;

  constructor(
    issues: SpecIssues,
    stations: readonly string[],
    classes: readonly string[],
    reading: Reading,
  ) {
    this.issues = issues;
    this.reading = reading;
    this.#stations = stations;
    this.classes = classes;
  }

  station(path: string, id: string): number {
    const index = this.#stations.indexOf(id);
    if (index < 0) this.issues.add(path, id, thereAre(this.#stations));
    return index;
  }

  choice(path: string, shares: Shares): Choice {
    let total = 0;
    const entries = this.issues
      .entries(path, shares, 'give shares of stations')
      .map(([id, share]) => {
        const target = this.station(`${path}.${id}`, id);
        if (!(share >= 0 && share <= 1)) {
          this.issues.add(`${path}.${id}`, share, 'give a probability from 0 to 1');
        }
        total += share;
        return { target, total };
      });
    if (total > 1 + 1e-9) {
      this.issues.add(path, shares, `give shares of at most 1 together, not ${total}`);
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
    const { issues } = this;
    const wish = `give an object such as ${example}`;
    const given = issues.attempt(path, value, () => record(value, path, wish), null);
    if (given === null) return this.classes.map(() => instead);
    if (!('byClass' in given)) {
      const one = read(path, given);
      return this.classes.map(() => one);
    }
    const own = new Map(issues.entries(`${path}.byClass`, given.byClass, 'name classes'));
    for (const id of own.keys()) this.class(`${path}.byClass.${id}`, id);
    return this.classes.map((id) => {
      const value = own.get(id);
      if (value !== undefined) return read(`${path}.byClass.${id}`, value);
      if (!optional) issues.add(`${path}.byClass.${id}`, undefined, wish);
      return instead;
    });
  }

  /** A spread of times, which cannot be negative. */
  spread(path: string, spread: Spread | Variate): Variate {
    const variate = this.issues.attempt(
      path,
      spread,
      () => this.reading.spread(spread, path),
      fixed(0),
    );
    // the smallest uniform that is ever drawn
    const least = quantile(variate, 1.1102230246251565e-16);
    if (!(least >= 0)) {
      const wish = `it may give ${least}, and times are at least 0; cut it, as truncatedNormal is`;
      this.issues.add(path, spread, wish);
    }
    return variate;
  }

  class(path: string, id: string): void {
    if (!this.classes.includes(id)) this.issues.add(path, id, thereAre(this.classes));
  }

  whole(path: string, value: number): void {
    this.issues.attempt(path, value, () => whole(value, path, 0), 0);
  }
}
