/**
 * Cuts days into groups of whole days in a row, as even as can be: a group for every five days,
 * but at least 5 groups (fewer only where there are fewer days) and at most 20.
 *
 * Why these: a group must hold enough days to look like a small copy of the whole (a quantile of
 * one day alone is biased where days differ), while fewer than 5 groups leave an interval to
 * chance and more than 20 narrow it by less than 7 %.
 *
 * @param days number of days
 * @param observed says whether day d counts; the groups are made of these days, and others join
 *   whichever group they lie in
 * @returns first day of each group, and the number of days at the end; no group if no day counts
 */
export function dayGroups(days: number, observed: (day: number) => boolean): Int32Array {
  const counted: number[] = [];
  for (let day = 0; day < days; day++) if (observed(day)) counted.push(day);
  const n = counted.length;
  const groups = Math.min(n, Math.max(5, Math.min(20, Math.floor(n / 5))));
  const starts = new Int32Array(groups + 1);
  for (let g = 1; g < groups; g++) starts[g] = counted[Math.floor((g * n) / groups)] as number;
  starts[groups] = days;
  return starts;
}
