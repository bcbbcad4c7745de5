/**
 * Who goes first when several things fall on one instant: services that end, then changes of
 * capacity, then breakdowns and repairs, then ends of patience, then arrivals and everything else
 * (rank 0). So a server that becomes free at t still serves the customer whose patience ends at
 * exactly t, and whoever arrives at t meets the hall after all that.
 */
export const RANK: {
  readonly completion: number;
  readonly capacity: number;
  readonly breakdown: number;
  readonly patience: number;
  readonly arrival: number;
} = { completion: -40, capacity: -30, breakdown: -20, patience: -10, arrival: 0 };
