/** What the formulas say of the cases of one model. */
export interface TheoryRow {
  readonly model: string;
  /** Functions of `@hallsim/theory` that answer them. */
  readonly functions: readonly string[];
  readonly cases: number;
  /** Largest relative error, two digits, and the case that has it. */
  readonly error: number;
  readonly worst: string;
  /** Largest error as a share of what is allowed, two digits. */
  readonly used: number;
}

/** The formulas beside the table, as it is checked in. */
export interface TheoryFile {
  readonly format: 'hallsim-theory/1';
  readonly rows: readonly TheoryRow[];
}

/** The functions behind each model of the table. */
const FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  'M/M/1': ['mmc'],
  'M/M/c': ['mmc'],
  'M/M/c/c': ['erlangLoss'],
  'M/G/c/c': ['erlangLoss'],
  'M/M/c/K': ['mmck'],
  'M/M/c+exponential': ['erlangA'],
  'M/M/c+deterministic': ['mmcg'],
  'M/M/c+weibull': ['mmcg'],
  'M/M/c//N finite source': ['finiteSource'],
  'M/M/c balking': ['balkingQueue'],
  'M/G/1': ['mg1'],
  'M/G/1 non-preemptive priority': ['priorityMg1'],
  'M/G/1 preemptive-resume priority': ['preemptiveMg1'],
  'M/M/c non-preemptive priority': ['priorityMmc'],
  'M/G/1 accumulating priority': ['accumulatingPriority'],
  'M/D/c': ['mdc'],
  'M/PH/c': ['mphc'],
  'GI/M/1': ['gimc'],
  'D/M/c': ['gimc'],
  'M^X/M/c': ['batchArrivals'],
  'M/M/c/c retrial': ['retrialQueue'],
  'Jackson network': ['jacksonNetwork'],
  'closed network (Gordon-Newell)': ['closedNetwork'],
  'tandem, blocking after service': ['tandemBlocking'],
  'saturated 2-station line': ['saturatedTandem'],
  'M/M/c with breakdowns': ['breakdownMm1', 'breakdownMg1'],
  'M/M/1 vacations': ['vacationMg1'],
  'M/M/c(t) threshold opening': ['thresholdOpening'],
  'polling 2 queues exhaustive': ['symmetricPolling'],
  'N-design SBR': ['nDesign'],
  'kiosk overflow to counters': ['kioskOverflow'],
  'join the shortest queue, 2 lines': ['shortestOfTwoQueues'],
  'M/M/c heterogeneous servers': ['unequalServers'],
  'MMPP(2)/M/c': ['mmppQueue'],
  'asymptotic variance': ['waitVarianceMm1', 'systemVarianceMm1'],
  'appointment session (Bailey-Welch)': ['appointments'],
  'Mt/M/ct+M transient': ['transientDay', 'serviceLevel'],
  'Mt/M/ct transient': ['transientDay', 'serviceLevel'],
  'Mt/G/inf': ['offeredLoad', 'sineOfferedLoad', 'poissonAtLeast'],
  'Mt/M/st+M, theta=mu (Feldman et al. 2008 setting)': ['poissonStaffing', 'poissonAtLeast'],
  'QED limit (Garnett function)': ['garnett'],
  'QED limit (Halfin-Whitt)': ['halfinWhitt'],
  'Mt/M/c periodic': ['periodicDay'],
  'NHPP counts': ['dayCount'],
  'NHPP piecewise linear': ['linearArrivals'],
  '2-class priority+M': ['twoClassAbandonment'],
  'ticket queue with balking': ['ticketQueue'],
};

/** Every model in the order of the table. */
export function theoryFile<Case extends { readonly id: string; readonly model: string }>(
  cases: readonly Case[],
  distance: (one: Case) => { readonly error: number; readonly used: number },
): TheoryFile {
  const models = [...new Set(cases.map(({ model }) => model))];
  const rows = models.map((model) => {
    const functions = FUNCTIONS[model];
    if (functions === undefined) throw new Error(`no function answers the model ${model}`);
    const found = cases
      .filter((one) => one.model === model)
      .map((one) => ({ id: one.id, ...distance(one) }));
    // NaN is worse than any number
    const worst = found.reduce((a, b) => (b.error <= a.error ? a : b));
    const used = found.map((one) => one.used).reduce((a, b) => (b <= a ? a : b));
    return {
      model,
      functions,
      cases: found.length,
      error: Number(worst.error.toPrecision(2)),
      worst: worst.id,
      used: Number(used.toPrecision(2)),
    };
  });
  return { format: 'hallsim-theory/1', rows };
}

/** The file as text, one line a model. */
export function theoryText({ format, rows }: TheoryFile): string {
  const lines = rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n');
  return `{\n "format": ${JSON.stringify(format)},\n "rows": [\n${lines}\n ]\n}\n`;
}

/** Whether every case is within what is allowed. */
export const isTheoryRight = ({ rows }: TheoryFile): boolean => rows.every(({ used }) => used <= 1);

/** What the formulas say, in a sentence. */
export function theoryLine(file: TheoryFile): string {
  const cases = file.rows.reduce((sum, row) => sum + row.cases, 0);
  const worst = Math.max(...file.rows.map(({ error }) => error));
  const beyond = file.rows.filter(({ used }) => !(used <= 1)).map(({ model }) => model);
  return `${cases} cases of ${file.rows.length} models, worst relative error ${worst}; beyond what is allowed: ${beyond.join(', ') || 'none'}.`;
}

/** The section of `docs/validation.md`. */
export function theorySection(file: TheoryFile): string {
  return [
    '## Theory',
    `The same table answered by the formulas of \`@hallsim/theory\`, without chance. ${theoryLine(file)}`,
    `A case may be off by 1e-9 of its value, or by the error that the table states for itself where that is
more (values found by solving large chains). *of what is allowed* is the largest part of this that any
case of the model uses; a list of values is one case, and counts with the worst of them. One case,
\`day-hall1-SL10\`, is held against a value computed a third way, which is 2.2e-9 below the table
(\`packages/theory/fixtures/table.ts\`).`,
    [
      '| model | function | cases | worst relative error | in | of what is allowed |',
      '|---|---|--:|--:|---|--:|',
      ...file.rows.map(({ model, functions, cases, error, worst, used }) => {
        const names = functions.map((name) => `\`${name}\``).join(', ');
        return `| ${model} | ${names} | ${cases} | ${error} | ${error === 0 ? '' : worst} | ${used < 0.001 ? '< 0.1' : Number((100 * used).toPrecision(2))} % |`;
      }),
    ].join('\n'),
  ].join('\n\n');
}
