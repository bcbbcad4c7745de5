import type { ArrivalBar } from '@hallsim/elements';
import { type OpeningHours, openingHours, type Scenario } from '@hallsim/scenario';
import { expectedArrivals } from './expected-arrivals.js';
import { type Openings, openings } from './openings.js';
import { type StudioDocument, shownDay, variantScenario } from './studio-document.js';

/** What the charts show before any day is simulated. */
export interface HallView {
  readonly scenario: Scenario;
  readonly start: number;
  readonly end: number;
  /** When the doors are open. */
  readonly periods: OpeningHours['periods'];
  readonly arrivals: readonly ArrivalBar[];
  readonly openings: readonly Openings[];
}

/** The base, and what stands beside it; `shown` is the base itself when nothing is compared. */
export interface Views {
  readonly base: HallView;
  readonly shown: HallView;
}

/** Longest day that half-hour charts can draw; a teaching queue may last a thousand hours. */
const LONGEST = 48 * 60;

export function viewsOf(document: StudioDocument): Views {
  const base = viewOf(document.scenario, document.day);
  if (document.shown === null) return { base, shown: base };
  return { base, shown: viewOf(variantScenario(document, document.shown), shownDay(document)) };
}

function viewOf(scenario: Scenario, day: string | null): HallView {
  const { opens: start, closes: end, periods } = openingHours(scenario.day);
  const drawable = end - start <= LONGEST;
  return {
    scenario,
    start,
    end,
    periods,
    arrivals: drawable ? expectedArrivals(scenario, day) : [],
    openings: drawable ? openings(scenario, day) : [],
  };
}
