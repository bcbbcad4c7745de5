/**
 * What a customer's draws are for: the last part of an address. A number here is for ever: changing
 * one gives every customer of every scenario other dice.
 */
export const PURPOSE = {
  /** Position within the half hour. */
  time: 0,
  /** Height within the strip of rate. */
  level: 1,
  service: 2,
  customer: 3,
  kioskEligible: 4,
  kioskWilling: 5,
  kioskSuccess: 6,
  kioskTime: 7,
  counterTime: 8,
  patience: 9,
  balk: 10,
  /** Whether an arrival is a party, and of how many. */
  party: 32,
  partySize: 33,
} as const;
