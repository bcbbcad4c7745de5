import { applyVariant, parseScenario } from '@hallsim/scenario';
import { describe, expect, test } from 'vitest';
import { act, asOpened } from '../src/document/act.js';
import { builtInDocument, firstDocument } from '../src/document/built-in-halls.js';
import { expectedArrivals } from '../src/document/expected-arrivals.js';
import { begin, record, redo, undo } from '../src/document/history.js';
import { openFile } from '../src/document/open-file.js';
import { counterHours, openings } from '../src/document/openings.js';
import { changesOtherDaysOnly } from '../src/document/other-days.js';
import { patchBetween } from '../src/document/patch-between.js';
import {
  askedDay,
  editStaffing,
  issuesOfPlan,
  MY_PLAN,
  openDocument,
  variantScenario,
} from '../src/document/studio-document.js';
import { commandLine, needsSaving } from '../src/export/command-line.js';
import { hallFile } from '../src/export/hall-file.js';
import { legendFor } from '../src/view/hall-names.js';
import { WORDS } from '../src/words/words.js';

const flagship = firstDocument();
const general = (document = flagship) => {
  const [group] = openings(variantScenario(document, document.shown), document.day);
  if (!group) throw new Error('the flagship has counter groups');
  return group;
};
const oneMoreAtNoon = (document = flagship) => {
  const { group, slots, values } = general(document);
  const noon = slots.findIndex((slot) => slot.from === 720);
  return editStaffing(document, group, values.with(noon, (values[noon] ?? 0) + 1));
};

describe('a document', () => {
  test('opens on the flagship hall on a billing day', () => {
    expect(flagship.builtIn).toBe('flagship-telecom');
    expect(flagship.day).toBe('billing-day');
    expect(flagship.shown).toBeNull();
  });

  test('an edit of the staffing lands in a variant, and the base stays as it was', () => {
    const edited = oneMoreAtNoon();
    expect(edited.shown).toBe(MY_PLAN);
    expect({ ...edited.scenario, variants: flagship.scenario.variants }).toEqual(flagship.scenario);
    expect(general(edited).values.reduce((a, b) => a + b)).toBe(
      general().values.reduce((a, b) => a + b) + 1,
    );
    expect(counterHours([general(edited)])).toBeCloseTo(counterHours([general()]) + 0.5, 9);
  });

  test('a plan that opens no counter says that people wait in vain, until one opens again', () => {
    const inVain = ({ notes }: typeof flagship): string[] =>
      notes.filter(({ code }) => code.startsWith('never-open')).map(({ path }) => path);
    const withEach = (counters: number, from: typeof flagship): typeof flagship =>
      openings(variantScenario(from, from.shown), from.day).reduce(
        (document, { group, values }) =>
          editStaffing(
            document,
            group,
            values.map(() => counters),
          ),
        from,
      );
    const nobody = withEach(0, flagship);
    expect(inVain(flagship)).toEqual([]);
    expect(inVain(nobody)).not.toEqual([]);
    expect(inVain(nobody).every((path) => path.startsWith(`variants.${MY_PLAN}.`))).toBe(true);
    expect(withEach(1, nobody).notes).toEqual(flagship.notes);
  });

  test('a plan that leaves its elastic counters no room says so before anything runs', async () => {
    const bank = await builtInDocument('bank-branch');
    if (!bank.ok) throw new Error(bank.issues[0]?.message.en);
    const elastic = Object.entries(bank.document.scenario.variants ?? {}).find(([, { change }]) =>
      JSON.stringify(change).includes('"elastic"'),
    );
    const everyCounter = [
      null,
      ...Object.keys(bank.document.scenario.demand.dayTypes ?? {}),
    ].reduce(
      (document, day) =>
        openings(variantScenario(document, document.shown), day).reduce(
          (before, { group, count, values }) =>
            editStaffing(
              { ...before, day },
              group,
              values.map(() => count),
            ),
          document,
        ),
      { ...bank.document, shown: elastic?.[0] ?? null },
    );
    expect(issuesOfPlan(everyCounter).map(({ code }) => code)).toContain('elastic-beyond-count');
    expect(issuesOfPlan({ ...everyCounter, shown: null })).toEqual([]);
    expect(issuesOfPlan(oneMoreAtNoon())).toEqual([]);
  });

  test('a plan starts from the what-if that was shown', () => {
    const shown = { ...flagship, shown: 'no-kiosks' };
    const edited = oneMoreAtNoon(shown);
    const plan = variantScenario(edited, MY_PLAN);
    expect(plan.kiosks).toBeUndefined();
    expect(flagship.scenario.kiosks).toBeDefined();
  });

  test('a plan says from which what-if it began, in the saved file too', () => {
    const named = ({ scenario }: typeof flagship) => scenario.variants?.[MY_PLAN]?.label;
    const plain = { en: 'My plan', zh: '我的方案' };
    expect(named(oneMoreAtNoon())).toEqual(plain);
    const edited = oneMoreAtNoon({ ...flagship, shown: 'no-kiosks' });
    const from = { en: 'My plan (from No kiosks)', zh: '我的方案（基于“不设自助终端”）' };
    expect(named(edited)).toEqual(from);
    expect(named(oneMoreAtNoon(edited))).toEqual(from);
    expect(named(oneMoreAtNoon({ ...edited, shown: null }))).toEqual(plain);
    const legend = legendFor(WORDS.en, edited);
    expect(legend).toMatchObject({ base: { letter: 'A' }, shown: { name: 'My plan' } });
  });

  test('a plan that changes another kind of day only is known by it', () => {
    const edited = oneMoreAtNoon();
    expect(changesOtherDaysOnly(edited)).toBe(false);
    expect(changesOtherDaysOnly({ ...edited, day: 'normal' })).toBe(true);
    expect(changesOtherDaysOnly({ ...edited, day: 'normal', shown: null })).toBe(false);
    const kiosks = oneMoreAtNoon({ ...flagship, shown: 'no-kiosks' });
    expect(changesOtherDaysOnly({ ...kiosks, day: 'normal' })).toBe(false);
    const day = { en: 'x', zh: 'x' };
    const change = { demand: { dayTypes: { 'billing-day': { volume: '150%' } } } };
    const variants = { busier: { label: day, change } };
    const busier = { ...flagship, scenario: { ...flagship.scenario, variants }, shown: 'busier' };
    expect(changesOtherDaysOnly(busier)).toBe(false);
    expect(changesOtherDaysOnly({ ...busier, day: 'normal' })).toBe(true);
  });

  test('the plan is a variant of the format: the engine applies it to the same end', () => {
    const edited = oneMoreAtNoon();
    const applied = applyVariant(edited.scenario, MY_PLAN);
    if (!applied.ok) throw new Error(applied.issues[0]?.message.en);
    expect(applied.scenario.counters).toEqual(variantScenario(edited, MY_PLAN).counters);
  });

  test('a saved hall opens again with its plan, day, seed and number of days', () => {
    const edited = { ...oneMoreAtNoon(), seed: 'again', replications: 60 };
    const parsed = parseScenario(hallFile(edited));
    if (!parsed.ok) throw new Error(parsed.issues[0]?.message.en);
    const again = openDocument(parsed.scenario, { name: 'again.json' });
    expect(again).toMatchObject({ day: 'billing-day', seed: 'again', replications: 60 });
    expect(variantScenario(again, MY_PLAN).counters).toEqual(
      variantScenario(edited, MY_PLAN).counters,
    );
  });

  test('a what-if about another kind of day has its say on the day of the file only', () => {
    expect(askedDay(flagship)).toBe('billing-day');
    expect(askedDay({ ...flagship, day: 'normal' })).toBeNull();
  });
});

describe('a file', () => {
  test('beyond 20 MB is refused with a way out, before anything is read', async () => {
    const opened = await openFile(new File([new Uint8Array(21_000_000)], 'huge.json'));
    expect(opened.ok).toBe(false);
    if (!opened.ok) expect(opened.issues[0]?.fix.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  test('that cannot be read is an issue like any other', async () => {
    const gone = new File(['{}'], 'folder');
    gone.slice = () => {
      throw new DOMException('gone', 'NotReadableError');
    };
    const opened = await openFile(gone);
    expect(opened).toMatchObject({ ok: false, issues: [{ code: 'unreadable-file' }] });
  });

  test('that asks for very many days gets them', async () => {
    const text = hallFile({ ...flagship, replications: 20_000 });
    const opened = await openFile(new File([text], 'many.json'));
    if (!opened.ok) throw new Error(opened.issues[0]?.message.en);
    expect(opened.document.replications).toBe(20_000);
    expect(commandLine(opened.document)).toContain('--replications 20000 ');
  });

  test('of the reader’s own opens under its name, with what is not simulated yet', async () => {
    const opened = await openFile(new File([hallFile(flagship)], 'mine.json'));
    if (!opened.ok) throw new Error(opened.issues[0]?.message.en);
    expect(opened.document).toMatchObject({ name: 'mine.json', builtIn: null });
    expect(opened.document.notes.length).toBeGreaterThan(0);
  });
});

describe('open counters', () => {
  test('are read on the roster of the day type', () => {
    const normal = openings(flagship.scenario, 'normal')[0];
    const peak = openings(flagship.scenario, 'billing-day')[0];
    expect(normal?.roster).toBe('normal');
    expect(peak?.roster).toBe('peak');
    expect(peak?.slots[0]).toEqual({ from: 540, to: 570 });
    expect(peak?.slots).toHaveLength(18);
  });

  test('expected customers add up to those of the day', () => {
    const total = expectedArrivals(flagship.scenario, 'billing-day').reduce(
      (sum, bar) => sum + bar.customers,
      0,
    );
    expect(total).toBeGreaterThan(990);
    expect(total).toBeLessThan(1005);
  });
});

describe('the history', () => {
  test('undo goes back, redo forward, and a new edit forgets what was undone', () => {
    let history = record(record(begin(1), 2), 3);
    history = undo(history);
    expect(history.present).toBe(2);
    expect(redo(history).present).toBe(3);
    history = record(history, 4);
    expect(redo(history).present).toBe(4);
    expect(undo(undo(undo(history))).present).toBe(1);
  });

  test('the edits of one drag are one step', () => {
    const { group, values } = general();
    const edit = (value: number, gesture: number) =>
      ({ type: 'staffing', group, values: values.with(0, value), gesture }) as const;
    let history = act(begin(flagship), edit(1, 7));
    history = act(history, edit(2, 7));
    history = act(history, edit(3, 8));
    expect(history.past).toHaveLength(2);
    expect(act(history, { type: 'undo' }).present.shown).toBe(MY_PLAN);
    expect(act(act(history, { type: 'undo' }), { type: 'undo' }).present).toBe(flagship);
  });

  test('a reset goes back to the file as it was opened, and can itself be undone', () => {
    const edited = act(begin(flagship), { type: 'day', day: 'normal' });
    const reset = act(edited, { type: 'reset' });
    expect(reset.present).toBe(flagship);
    expect(act(reset, { type: 'undo' }).present.day).toBe('normal');
  });

  test('opening another hall loses no plan: undo brings it back, and a reset stays with the hall', async () => {
    const planned = oneMoreAtNoon();
    const read = await builtInDocument('bank-branch');
    if (!read.ok) throw new Error(read.issues[0]?.message.en);
    const bank = read.document;
    let history = act(begin(planned), { type: 'open', document: bank });
    expect(asOpened(history)).toBe(bank);
    history = act(history, { type: 'day', day: 'normal' });
    expect(act(history, { type: 'reset' }).present).toBe(bank);
    expect(undo(undo(history)).present).toBe(planned);
  });
});

describe('the command line', () => {
  test('names the built-in file, the day, the days and the seed', () => {
    expect(commandLine(flagship)).toBe(
      'npm run --silent hallsim -- run examples/halls/flagship-telecom.json --day billing-day --replications 200 --seed first',
    );
  });

  test('compares when something stands beside the base, and asks for the saved file first', () => {
    const edited = oneMoreAtNoon();
    expect(needsSaving(edited)).toBe(true);
    expect(commandLine({ ...edited, seed: "it's mine" })).toBe(
      `npm run --silent hallsim -- compare flagship-telecom.json --variants my-plan --day billing-day --replications 200 --seed 'it'\\''s mine'`,
    );
  });
});

test('a patch between two documents says only what differs', () => {
  const from = { a: 1, b: { c: [1, 2], d: 'x' }, e: true };
  const to = { a: 1, b: { c: [1], f: 2 }, e: true };
  expect(patchBetween(from, to)).toEqual({ b: { c: [1], d: null, f: 2 } });
  expect(patchBetween(from, from)).toBeUndefined();
});
