export { nodeRunner, type NodeRunnerOptions } from './node-runner.js';
export { serveThread } from './serve-thread.js';
