import { clock, defineScenario, mergePatch, type Scenario } from '@hallsim/scenario';
import {
  compile,
  type Demand,
  emptyDemand,
  type HallModel,
  runDay,
  type VisitLog,
  type VisitRecord,
  visitRecords,
} from '@hallsim/hall';

/** One desk, one errand of five minutes, patient people. */
const oneDesk = {
  format: 'service-hall/1',
  day: { opens: '09:00', closes: '12:00' },
  demand: { arrivals: { '09:00': '0 per hour' } },
  customers: { general: { share: '100%' } },
  services: { pay: { share: '100%', time: { fixed: '5 min' } } },
  counters: { desk: { count: 1, skills: ['pay'], open: { usual: { '09:00': 1 } } } },
};

/** That hall with what a story is about changed, as a merge patch. */
export function hall(change: object = {}): Scenario {
  return defineScenario(mergePatch(oneDesk, change) as Scenario);
}

/** Guests as text: when, what for, as whom and with how many, `09:00 pay vip +2`. What is left out is the first of the file, and nobody. */
export function guestsOf(model: HallModel, guests: readonly string[]): Demand {
  const parties = guests.some((guest) => guest.includes('+'));
  const demand = emptyDemand(guests.length, 0, { parties });
  for (const guest of guests) {
    const [text, company] = guest.split(' +');
    const [at, service, customer] = text!.split(' ');
    const row = demand.length++;
    if (demand.companions !== null) demand.companions[row] = Number(company ?? 0);
    demand.arrivedAt[row] = clock(at!);
    demand.service[row] = service ? model.services.findIndex(({ id }) => id === service) : 0;
    demand.customer[row] = customer ? model.customers.findIndex(({ id }) => id === customer) : 0;
  }
  return demand;
}

export interface ToldDay {
  /**
   * What happened to each guest: `desk-1 09:00-09:05`, `kiosk 09:00-09:03`, after a failed try
   * `kiosk 09:00-09:03, desk-1 09:05-09:10`; without service why and when: `patience 09:10`.
   */
  readonly story: readonly string[];
  readonly visits: readonly VisitRecord[];
  readonly log: VisitLog;
}

/** Runs a day of hand-made guests, who all throw the same dice: default 0. */
export function dayOf(scenario: Scenario, guests: readonly string[], dice = 0): ToldDay {
  const model = compile(scenario);
  const demand = guestsOf(model, guests);
  demand.keyLow.fill(dice);
  const log = runDay(model, demand);
  const visits = [...visitRecords(model, demand, log)];
  return { log, visits, story: visits.map(tell) };
}

function tell({ kioskStart, kioskEnd, clerk, start, end, reason, left }: VisitRecord): string {
  const parts: string[] = [];
  if (kioskStart !== null) parts.push(`kiosk ${text(kioskStart)}-${text(kioskEnd)}`);
  if (clerk !== null) parts.push(`${clerk} ${text(start)}-${text(end)}`);
  if (reason !== null) parts.push(`${reason} ${text(left)}`);
  return parts.join(', ');
}

function text(minutes: number | null): string {
  if (minutes === null) return '?';
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
