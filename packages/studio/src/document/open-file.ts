import { type Issue, parseScenario } from '@hallsim/scenario';
import { openDocument, type StudioDocument } from './studio-document.js';

type Opened =
  | { readonly ok: true; readonly document: StudioDocument }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Reads a file of the reader's own, in this browser; nothing is sent anywhere. */
export async function openFile(file: File): Promise<Opened> {
  const parsed = parseScenario(new Uint8Array(await file.arrayBuffer()));
  if (!parsed.ok) return parsed;
  const { scenario, notes } = parsed;
  return { ok: true, document: openDocument(scenario, { name: file.name, notes }) };
}
