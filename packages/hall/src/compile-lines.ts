import type { GroupPlan, HelpPlan } from './compile-groups.js';
import type { CrowdModel, FreeCounter, GroupModel, HelpModel, LineModel } from './model.js';
import type { StepFunction } from './step-function.js';

/** How a customer class ranks in a line. */
export interface Rank {
  readonly id: string;
  readonly share: number;
  readonly priority: 0 | 1;
  readonly headStart: number;
  readonly growingStart: StepFunction | null;
  readonly waitingCounts: number;
}

/** A service, as far as lines care. */
export interface Errand {
  readonly id: string;
  /** Share of it in the business of each class, in their order. */
  readonly shares: readonly number[];
  /** Mean minutes at a counter. */
  readonly mean: number;
}

interface Draft {
  readonly groups: readonly number[];
  readonly helpers: readonly number[];
  readonly rank: Rank;
  weight: number;
  work: number;
}

/**
 * Sorts every combination of service and customer class into lines: two combinations stand in one line
 * when the same groups may serve them and they rank alike. A line is first come, first served.
 */
export function compileLines(
  services: readonly Errand[],
  customers: readonly Rank[],
  plans: readonly GroupPlan[],
  freeCounter: FreeCounter,
): { groups: GroupModel[]; lines: LineModel[]; lineOf: Int32Array } {
  const drafts: Draft[] = [];
  const byKey = new Map<string, number>();
  const lineOf = new Int32Array(services.length * customers.length).fill(-1);
  const first = takesFirst(plans, freeCounter, customers.length);
  services.forEach((service, s) => {
    customers.forEach((customer, c) => {
      const groups = plans
        .map((plan, g) => (serves(plan, service.id, customer.id) ? g : -1))
        .filter((g) => g >= 0)
        .sort((a, b) => first[a]! - first[b]! || a - b);
      const helpers = plans
        .map(({ helps }, g) => (helps && serves(helps, service.id, customer.id) ? g : -1))
        .filter((g) => g >= 0 && !groups.includes(g));
      if (groups.length + helpers.length === 0) return;
      const key = `${groups.join()}/${helpers.join()}/${standing(customer)}`;
      let line = byKey.get(key);
      if (line === undefined) {
        line = drafts.length;
        byKey.set(key, line);
        drafts.push({ groups, helpers, rank: customer, weight: 0, work: 0 });
      }
      const weight = service.shares[c]! * customer.share;
      drafts[line]!.weight += weight;
      drafts[line]!.work += weight * service.mean;
      lineOf[s * customers.length + c] = line;
    });
  });
  return {
    lineOf,
    lines: drafts.map((draft) => finished(draft, drafts, plans)),
    groups: plans.map(({ id, count, open, clerks, speed, helps, elastic }, g) => ({
      id,
      count,
      open,
      clerks,
      speed,
      meanService: meanOf(drafts.filter((draft) => draft.groups.includes(g))),
      lines: Int32Array.from(
        drafts.map((draft, i) => (draft.groups.includes(g) ? i : -1)).filter((i) => i >= 0),
      ),
      helps: helps && helpOf(helps, g, drafts),
      elastic,
    })),
  };
}

/** For each group how late it takes a customer when several are free: equal ones in the order of the file. */
function takesFirst(
  plans: readonly GroupPlan[],
  freeCounter: FreeCounter,
  classes: number,
): number[] {
  switch (freeCounter) {
    case 'fastest':
      return plans.map(({ speed }) => -speed);
    case 'specialised-first':
      return plans.map(({ skills, customers }) => skills.length * (customers?.length ?? classes));
    // who has been free longest is known on the day only
    case 'longest-idle':
    case 'fixed-order':
      return plans.map(() => 0);
  }
}

/** The same text for classes that rank alike. */
function standing({ priority, headStart, growingStart, waitingCounts }: Rank): string {
  const growth = growingStart ? [...growingStart.times, ...growingStart.values] : [];
  return [priority, headStart, waitingCounts, ...growth].join('/');
}

/** Whom group `g` helps, as lines. */
function helpOf(plan: HelpPlan, g: number, drafts: readonly Draft[]): HelpModel {
  const lines = drafts.flatMap(({ helpers }, i) => (helpers.includes(g) ? [i] : []));
  const { whenWaiting, whenWait } = plan;
  return {
    lines: Int32Array.from(lines),
    crowds: crowdsOf(lines, drafts),
    whenWaiting,
    whenWait,
  };
}

/** Some lines by the groups that their people wait for. */
function crowdsOf(helped: readonly number[], drafts: readonly Draft[]): CrowdModel[] {
  const kinds = new Map<string, number[]>();
  for (const line of helped) {
    const kind = drafts[line]!.groups.join();
    kinds.set(kind, [...(kinds.get(kind) ?? []), line]);
  }
  return [...kinds.values()].map((own) => ({
    lines: Int32Array.from(together(drafts[own[0]!]!, drafts)),
    helped: Int32Array.from(own),
  }));
}

/** Lines of people who wait for the same groups, the own one among them. */
function together({ groups: own }: Draft, drafts: readonly Draft[]): number[] {
  return drafts.flatMap(({ groups }, i) => (groups.join() === own.join() ? [i] : []));
}

function serves(
  plan: Pick<GroupPlan, 'skills' | 'customers'>,
  service: string,
  customer: string,
): boolean {
  return plan.skills.includes(service) && (plan.customers?.includes(customer) ?? true);
}

function finished(draft: Draft, drafts: readonly Draft[], plans: readonly GroupPlan[]): LineModel {
  const rivals = drafts
    .map((other, i) =>
      other === draft || other.groups.some((g) => draft.groups.includes(g)) ? i : -1,
    )
    .filter((i) => i >= 0);
  const alike = together(draft, drafts);
  const onlookers = new Set(alike.flatMap((i) => drafts[i]!.helpers));
  return {
    groups: Int32Array.from(draft.groups),
    helpers: Int32Array.from(draft.helpers),
    onlookers: Int32Array.from(onlookers).sort(),
    elastic: Int32Array.from(draft.groups.filter((g) => plans[g]!.elastic !== null)),
    together: Int32Array.from(alike),
    rivals: Int32Array.from(rivals),
    priority: draft.rank.priority,
    headStart: draft.rank.headStart,
    growingStart: draft.rank.growingStart,
    waitingCounts: draft.rank.waitingCounts,
    meanService: meanOf(rivals.map((i) => drafts[i]!)),
  };
}

/** Mean service time of the people of some lines, by their shares, minutes; 0 where nobody is expected. */
function meanOf(drafts: readonly Draft[]): number {
  let weight = 0;
  let work = 0;
  for (const draft of drafts) {
    weight += draft.weight;
    work += draft.work;
  }
  return weight > 0 ? work / weight : 0;
}
