import { serveThread } from './serve-thread.js';

serveThread();
