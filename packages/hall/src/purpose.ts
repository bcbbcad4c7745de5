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
  /** From the decision of a clerk to the customer's getting up, and from there to the counter. */
  call: 20,
  walk: 21,
  /** Work after the customer has gone. */
  afterWork: 22,
  /** Whether the service is done wrong, and the time of doing it over. */
  error: 23,
  serviceAgain: 24,
  /** Whether a customer who loses patience leaves in silence. */
  keepsTicket: 11,
  /** Whether a customer changes over to a shorter line. */
  jockeying: 12,
  /** Whether an arrival is a party, and of how many. */
  party: 32,
  partySize: 33,
} as const;
