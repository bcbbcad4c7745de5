import { entries, at } from '../document/loose.js';
import type { Report } from '../issue.js';

/** Notes the rules that a file names and does not hold: the host brings them. */
export function noteRulesOfHost(document: unknown, note: Report): void {
  for (const [kind, id] of entries(at(document, 'rules', 'custom'))) {
    note('rule-of-host', ['rules', 'custom', kind], { kind, id: String(id) }, { value: id });
  }
}
