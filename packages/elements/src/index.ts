export type { ChartLabels, LegendLabels } from './chart-labels.js';
export { CrosshairEvent } from './crosshair.js';
export { clockMinute, clockText, type DaySlot, middle, slotAt } from './day-slot.js';
export { type Direction, type Estimate, type Verdict, verdict } from './estimate.js';
export {
  type ArrivalBar,
  type ArrivalLabels,
  HallArrivalsProfile,
} from './hall-arrivals-profile.js';
export { HallChart } from './hall-chart.js';
export { HallMeasure, type MeasureLabels } from './hall-measure.js';
export { type FanLabels, type FanPoint, HallQueueFan } from './hall-queue-fan.js';
export {
  HallStaffingSteps,
  StaffingChangeEvent,
  type StaffingLabels,
} from './hall-staffing-steps.js';
