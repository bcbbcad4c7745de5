import type { Report } from '../issue.js';
import { at, keys, places } from '../document/loose.js';

// Disciplines that do not ask for the time of the ticket.
const unlikeTickets: readonly unknown[] = ['last-come-first-served', 'random', 'shortest-job'];

// People who stand at a counter have no number, and their counter is the only one that calls them.
const unlikeCounterLines: readonly (readonly string[])[] = [
  ['rules', 'freeCounter'],
  ['rules', 'custom', 'calling'],
  ['counters', '*', 'helps'],
  ['customers', '*', 'keepsTicket'],
  ['customers', '*', 'balks', 'whenNumbersAhead'],
];

/** Rules that need one another, or leave one another without effect. */
export function checkRules(document: unknown, report: Report): void {
  const rules = at(document, 'rules');
  const has = (key: string): boolean => keys(rules).includes(key);
  const perCounter = at(rules, 'queues') === 'per-counter';
  if (has('jockeying') && !perCounter) {
    const names = { key: 'jockeying', needs: 'queues: per-counter' };
    report('needs-key', ['rules', 'jockeying'], names);
  }
  if (perCounter) {
    const beside = 'queues: per-counter';
    for (const shape of unlikeCounterLines) {
      for (const { path } of places(document, ...shape)) {
        report('no-effect', path, { key: shape.at(-1)!, beside });
      }
    }
  }
  const discipline = at(rules, 'discipline');
  if (unlikeTickets.includes(discipline)) {
    for (const key of ['headStart', 'waitingCounts']) {
      for (const { path } of places(document, 'customers', '*', key)) {
        report('no-effect', path, { key, beside: `discipline: ${String(discipline)}` });
      }
    }
  }
  if (has('discipline') && at(rules, 'custom', 'discipline') !== undefined) {
    const given = ['discipline', 'custom.discipline'];
    report('choose-one', ['rules'], { keys: given, given });
  }
  const absent = at(rules, 'calling', 'absent');
  const stay = [['keepsTicket'], ['balks', 'whenNumbersAhead']];
  const numbersStay = stay.some((key) => places(document, 'customers', '*', ...key).length > 0);
  if (absent !== undefined && !numbersStay) {
    const names = { key: 'absent', needs: 'customers.*.keepsTicket' };
    report('needs-key', ['rules', 'calling', 'absent'], names, { value: absent });
  }
  checkSpace(document, report);
}

function checkSpace(document: unknown, report: Report): void {
  const value = at(document, 'space', 'standingPatience');
  if (value === undefined) return;
  const path = ['space', 'standingPatience'];
  if (at(document, 'space', 'standing') === 0) {
    report('no-effect', path, { key: 'standingPatience', beside: 'standing: 0' }, { value });
  } else if (places(document, 'customers', '*', 'patience').length === 0) {
    report(
      'needs-key',
      path,
      { key: 'standingPatience', needs: 'customers.*.patience' },
      { value },
    );
  }
}
