import { type Process, type SourceSpec, Simulation } from '@hallsim/kernel';
import { type Case, numbers } from '../cases.js';
import { type LineDay, type LineHistory, playLine } from '../reference-line.js';
import type { Answer } from '../row.js';
import { World } from '../world.js';

/** A day customer by customer, which each face of the kernel has to tell exactly. */
export function trace(one: Case, world: World): Answer {
  const day = dayOf(one);
  const wanted = [...(one.start ?? []).map((time) => time ?? NaN), ...(one.leave ?? [])];
  const { closes } = one.params;
  const keeps = world.mutant === 'patience-at-closing' && typeof closes === 'number';
  const patienceUntil = keeps ? closes : Infinity;
  const faces = world.plays
    ? [playLine(day, world.ranks, patienceUntil)]
    : [ofNetwork(day, world), ofProcesses(day, world), playLine(day, world.ranks)];
  return {
    compare: () => ({
      compared: faces.length * wanted.length,
      different: faces.reduce((sum, face) => sum + differences(face, wanted), 0),
    }),
  };
}

function dayOf(one: Case): LineDay {
  return {
    arrivals: numbers(one, 'arrivals'),
    services: numbers(one, 'services'),
    patience: (one.params['patience'] as readonly (number | null)[]).map((p) => p ?? Infinity),
    priority: numbers(one, 'priorityClass'),
    staff: one.params['staffFromTime'] as readonly (readonly [number, number])[],
    ...(typeof one.params['places'] === 'number' ? { places: one.params['places'] } : {}),
  };
}

/** How many of the times differ; NaN is no time. */
function differences({ start, leave }: LineHistory, wanted: readonly number[]): number {
  return [...start, ...leave].filter((time, i) => !Object.is(time, wanted[i])).length;
}

/** Each customer is a source and a class of their own: so their times can be declared. */
export function ofNetwork(day: LineDay, world: World = new World()): LineHistory {
  const ids = Array.from(day.arrivals, (_, i) => `customer ${i}`);
  const each = <Value>(value: (i: number) => Value) =>
    Object.fromEntries(ids.map((id, i) => [id, value(i)]));
  const patient = ids.filter((_, i) => day.patience[i]! < Infinity);
  const start = new Float64Array(ids.length).fill(NaN);
  const leave = new Float64Array(ids.length).fill(NaN);
  const net = world.network({
    sources: each((i): SourceSpec => ({ arrivals: { times: [day.arrivals[i]!] }, to: 'desk' })),
    stations: {
      desk: {
        servers: { steps: day.staff },
        service: { byClass: each((i) => ({ family: 'fixed' as const, value: day.services[i]! })) },
        patience: {
          byClass: Object.fromEntries(
            patient.map((id) => [
              id,
              { family: 'fixed' as const, value: day.patience[ids.indexOf(id)]! },
            ]),
          ),
        },
        discipline: 'priority',
        priority: each((i) => day.priority?.[i] ?? 0),
        ...(day.places === undefined ? {} : { places: day.places }),
      },
    },
  });
  net.run({
    until: 1e6,
    onVisit: (visit) => {
      const who = ids.indexOf(visit.class);
      start[who] = visit.started;
      leave[who] = visit.ended;
    },
  });
  return { start, leave };
}

/** Each customer is a process. */
export function ofProcesses(day: LineDay, world: World = new World()): LineHistory {
  const sim = new Simulation();
  const desk = sim.resource('desk', {
    schedule: day.staff,
    line: 'priority',
  });
  const count = day.arrivals.length;
  const start = new Float64Array(count).fill(NaN);
  const leave = new Float64Array(count).fill(NaN);
  const endless = world.mutant === 'endless-patience';
  function* customer(who: number): Process {
    yield sim.hold(day.arrivals[who]!);
    if (desk.busy + desk.waiting >= (day.places ?? Infinity)) return;
    const patience = endless ? Infinity : day.patience[who]!;
    const outcome = yield desk.request({
      priority: day.priority?.[who] ?? 0,
      ...(patience < Infinity ? { patience } : {}),
    });
    if (outcome === 'granted') {
      start[who] = sim.now;
      yield sim.hold(world.serviceMean(day.services[who]!));
      desk.release();
    }
    leave[who] = sim.now;
  }
  for (let who = 0; who < count; who++) sim.start(customer(who));
  sim.run();
  return { start, leave };
}
