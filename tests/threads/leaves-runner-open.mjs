// A program that never closes its runner: prints how many days its answer has, and must end by itself.
import { simulate } from '@hallsim/experiment';
import { nodeRunner } from '@hallsim/experiment/node';
import { queue } from '@hallsim/scenario';

const service = { exponential: { mean: '3 min' } };
const line = queue({ arrivals: '30 per hour', service, servers: 2, hours: 10 });
const runner = nodeRunner({ workers: 2 });
const { run } = await simulate(line, { replications: 20, runner });
console.log(run.replications);
