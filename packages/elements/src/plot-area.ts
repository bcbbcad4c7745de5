import { type ScaleLinear, scaleLinear } from 'd3';

/**
 * Where a chart draws. Margins depend on the width alone, so charts of the same width
 * share one time axis to the pixel.
 */
export interface PlotArea {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Minutes since midnight to pixels. */
  readonly x: ScaleLinear<number, number>;
}

export function plotArea(width: number, height: number, start: number, end: number): PlotArea {
  const left = width < 480 ? 30 : 40;
  const right = width - (width < 480 ? 6 : 14);
  return {
    width,
    height,
    left,
    right,
    top: 10,
    bottom: height - 22,
    x: scaleLinear([start, Math.max(end, start + 1)], [left, right]),
  };
}

/** Whole hours to label, as many as fit without touching each other; whole days when hours do not. */
export function hourTicks(start: number, end: number, pixels: number): number[] {
  const fits = Math.max(1, Math.floor(pixels / 52));
  const hours = Math.max(1, (end - start) / 60);
  const step =
    [1, 2, 3, 4, 6, 12].find((s) => hours / s <= fits) ?? 24 * Math.ceil(hours / 24 / fits);
  const first = Math.ceil(start / 60);
  const ticks: number[] = [];
  for (let hour = first; hour * 60 <= end; hour += step) ticks.push(hour * 60);
  return ticks;
}

/** A vertical scale from 0 to a round number at or above `max`, and its whole-number ticks. */
export function countScale(
  area: PlotArea,
  max: number,
): { y: ScaleLinear<number, number>; ticks: number[] } {
  const y = scaleLinear([0, Math.max(1, max)], [area.bottom, area.top]).nice(4);
  return { y, ticks: y.ticks(4).filter((tick) => Number.isInteger(tick)) };
}
