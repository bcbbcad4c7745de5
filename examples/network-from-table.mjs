// Shows: a network read from a table, as plain data; no model code at all.
// Beside each simulated number that of Jackson's theorem: here every station is an M/M/c.
// npm run build, then: node examples/network-from-table.mjs
import { network, poisson } from '@hallsim/kernel';
import { jacksonNetwork } from '@hallsim/theory';

const TABLE = `
station    servers  minutes  come/hour  then
reception        1      1.5         24  windows 0.7, experts 0.2
windows          3      6            6  cash 0.5, experts 0.1
experts          2     10            0  windows 0.2
cash             1      2            3
`;

const rows = TABLE.trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [station, servers, minutes, perHour, ...then] = line.split(/\s+/);
    const pairs = then.join(' ').split(', ').filter(Boolean);
    const next = Object.fromEntries(
      pairs.map((pair) => pair.split(' ')).map(([to, share]) => [to, Number(share)]),
    );
    return {
      station,
      servers: Number(servers),
      minutes: Number(minutes),
      rate: Number(perHour) / 60,
      next,
    };
  });
const byStation = (make) => Object.fromEntries(rows.map((row) => [row.station, make(row)]));

const hall = network({
  sources: byStation(({ station, rate }) => ({ arrivals: poisson(rate), to: station })),
  stations: byStation(({ servers, minutes }) => ({
    servers,
    service: { family: 'exponential', mean: minutes },
  })),
  routes: byStation(({ next }) => next),
});
const { stations, sojourn } = hall.run({ seed: 'table', customers: 200_000, warmUp: 2_000 });

const exact = jacksonNetwork(
  rows.map(({ servers, minutes, rate, next }) => ({
    arrivalRate: rate,
    serviceRate: 1 / minutes,
    servers,
    next: rows.map(({ station }) => next[station] ?? 0),
  })),
);
console.log('simulated (exact)   busy             wait, min');
rows.forEach(({ station }, i) => {
  const { level, wait } = stations[station];
  const { utilisation, waitMean } = exact.stations[i];
  const cells = [
    [level.utilisation, utilisation],
    [wait.mean, waitMean],
  ].map(([simulated, theory]) => `${simulated.toFixed(3)} (${theory.toFixed(3)})`);
  console.log(station.padEnd(19), cells[0].padEnd(16), cells[1]);
});
console.log(`whole visit: ${sojourn.mean.toFixed(2)} min (${exact.systemTimeMean.toFixed(2)})`);
