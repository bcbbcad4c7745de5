import { noteFarTooFew } from './checks/far-too-few.js';
import { noteRulesOfHost } from './checks/needs-rules.js';
import { noteIdleClerks } from './checks/idle-clerks.js';
import { noteNeverOpen } from './checks/never-open.js';
import { noteNotSimulated } from './checks/not-simulated.js';
import { noteBreaksOfNobody } from './checks/room-breaks.js';
import { collector, type Problem } from './issue.js';
import type { Scenario } from './types.js';

/** What is worth knowing about a valid scenario, its variants left aside. */
export function notesOf(scenario: Scenario): readonly Problem[] {
  const { problems, report } = collector();
  noteNotSimulated(scenario, report);
  noteNeverOpen(scenario, report);
  noteFarTooFew(scenario, report);
  noteIdleClerks(scenario, report);
  noteBreaksOfNobody(scenario, report);
  noteRulesOfHost(scenario, report);
  return problems;
}
