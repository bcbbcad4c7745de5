// Shows: a queue in six lines, and its simulated wait beside the formula of Erlang.
// A scenario without a file; days with an interval around their mean; theory that shares no code.
// npm run build, then: node examples/queue-erlang-c.mjs
import { simulate } from '@hallsim/experiment';
import { exponential, queue } from '@hallsim/scenario';
import { erlangC, mmc } from '@hallsim/theory';

const line = queue({
  arrivals: '54 per hour',
  service: exponential('5 min'),
  servers: 5,
  hours: 300,
  warmUp: '4 h',
});
const { measures } = await simulate(line, { replications: 20, seed: 'demo' });
const { value, low, high } = measures['counter.wait.mean'];
const [mean, from, to] = [value, low, high].map((minutes) => minutes?.toFixed(2));

// 54 an hour, each 5 minutes: 4.5 erlangs for 5 servers, who serve 0.2 a minute each
const mustWait = erlangC(5, 4.5);
const exact = mmc({ arrivalRate: 0.9, serviceRate: 0.2, servers: 5 }).waitMean;

console.log(`share who must wait, exact: ${mustWait.toFixed(3)}`);
console.log(`mean wait, simulated: ${mean} min (${from} to ${to})`);
console.log(`mean wait, exact: ${exact.toFixed(2)} min`);
