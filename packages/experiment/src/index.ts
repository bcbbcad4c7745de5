export { DayRecorder, type DayRecords } from './day-records.js';
export { tallyLayout, type TallyLayout } from './day-tally.js';
