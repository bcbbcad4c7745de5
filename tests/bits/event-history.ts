import {
  Calendar,
  childKey,
  draw,
  exponential,
  quantile,
  seedKey,
  type EventHandle,
  type EventKind,
} from '@hallsim/kernel';
import { BitHash } from './hash.js';

const CUSTOMERS = 20_000;
const DESKS = 3;

/**
 * A hall with impatient customers and a clock that ticks, event by event: times from draws, ties,
 * ranks, cancelled events and some that happen at once. Returns the fingerprint of the history.
 */
export function eventHistory(): string {
  const { low, high } = childKey(seedKey('riverside'), 0);
  const gap = exponential(1 / 3);
  const patience = exponential(2);
  const calendar = new Calendar();
  const hash = new BitHash();
  calendar.trace = ({ time, event, entity, atOnce }) =>
    hash.addAll([time, event.length, entity, Number(atOnce)]);
  const waiting = new Map<number, EventHandle>();
  let idle = DESKS;

  const call: EventKind = calendar.on('call', () => {
    const [customer, renege] = [...waiting][0] ?? [];
    if (customer === undefined || renege === undefined || idle === 0) return;
    calendar.cancel(renege);
    waiting.delete(customer);
    idle--;
    calendar.schedule(quantile(exponential(1), draw(low, high, 3 * customer)), leave, customer);
  });
  const leave: EventKind = calendar.on('leave', () => {
    idle++;
    calendar.depart();
    calendar.atOnce(call);
  });
  const renege = calendar.on('renege', (customer) => {
    waiting.delete(customer);
    calendar.depart();
  });
  const arrive: EventKind = calendar.on('arrive', (customer) => {
    const limit = quantile(patience, draw(low, high, 3 * customer + 1));
    waiting.set(customer, calendar.schedule(limit, renege, customer, 1));
    calendar.atOnce(call);
    const next = quantile(gap, draw(low, high, 3 * customer + 2));
    // every tenth customer brings a friend: two arrivals in one instant
    calendar.schedule(customer % 10 === 0 ? 0 : next, arrive, customer + 1, -1);
  });
  calendar.schedule(0, arrive);
  calendar.run({ customers: CUSTOMERS });
  return hash.addAll([calendar.now, calendar.pending, idle]).toString();
}
