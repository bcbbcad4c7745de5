import type { RunRequest } from './protocol.js';
import { serveRuns } from './serve-runs.js';

const serve = serveRuns((answer) => postMessage(answer));
onmessage = (event: MessageEvent<RunRequest>): void => serve(event.data);
