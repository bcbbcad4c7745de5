import { eventHistory } from './event-history.js';
import { networkHistory } from './network-history.js';
import { processHistory } from './process-history.js';

postMessage([eventHistory(), processHistory(), networkHistory()]);
