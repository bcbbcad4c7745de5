import { clock, type KioskService, minutes, type Scenario, share } from '@hallsim/scenario';

/** Chance that a newcomer turns round, as the file describes it. */
export function balkChance(
  { customers }: Scenario,
  customer: string,
  sees: {
    readonly waiting: number;
    readonly numbersAhead: number;
    readonly guessedWait: () => number;
  },
): number {
  const { balks } = customers[customer]!;
  if (balks === undefined) return 0;
  const { guessedWait, numbersAhead, waiting } = sees;
  if ('whenNumbersAhead' in balks) {
    return numbersAhead >= balks.whenNumbersAhead ? share(balks.chance) : 0;
  }
  if ('whenWaiting' in balks) return waiting >= balks.whenWaiting ? share(balks.chance) : 0;
  const { half, scale, floor = '0%' } = balks.guess;
  const least = share(floor);
  return least + (1 - least) / (1 + Math.exp((minutes(half) - guessedWait()) / minutes(scale)));
}

/** Share of a class that goes to a kiosk by itself for a service at a moment; the greeter may be there. */
export function willingAt(
  { kiosks }: Scenario,
  { willing }: KioskService,
  customer: string,
  time: number,
): number {
  const of = (shares: string | Readonly<Record<string, string>>): number =>
    share(typeof shares === 'string' ? shares : (shares[customer] ?? '0%'));
  const alone = of(willing ?? kiosks!.willing ?? '100%');
  const { greeter } = kiosks!;
  const greeted = greeter && clock(greeter.from) <= time && time < clock(greeter.to);
  return greeted ? Math.min(1, alone + of(greeter.adds)) : alone;
}
