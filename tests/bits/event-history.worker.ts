import { eventHistory } from './event-history.js';

postMessage(eventHistory());
