import { type SVGTemplateResult, svg } from 'lit';
import { clockText, type DaySlot } from './day-slot.js';
import { hourTicks, type PlotArea } from './plot-area.js';

/** Hours along the bottom, with short marks. */
export function timeAxis(area: PlotArea): SVGTemplateResult {
  const [start = 0, end = 0] = area.x.domain();
  return svg`<g class="axis" aria-hidden="true">
    <line class="ground" x1=${area.left} x2=${area.right} y1=${area.bottom} y2=${area.bottom} />
    ${hourTicks(start, end, area.right - area.left).map((minute) => {
      const x = area.x(minute);
      // the last label would hang over the edge: it ends there instead
      const anchor = area.width - x < 20 ? 'end' : 'middle';
      return svg`<line class="ground" x1=${x} x2=${x} y1=${area.bottom} y2=${area.bottom + 4} />
        <text x=${anchor === 'end' ? area.width : x} y=${area.height - 4} text-anchor=${anchor}>${clockText(minute)}</text>`;
    })}
  </g>`;
}

/** Level lines with their numbers at the left. */
export function levelAxis(
  area: PlotArea,
  y: (value: number) => number,
  ticks: readonly number[],
  number: (value: number) => string,
): SVGTemplateResult {
  return svg`<g class="axis" aria-hidden="true">${ticks.map(
    (
      tick,
    ) => svg`<line class="level" x1=${area.left} x2=${area.right} y1=${y(tick)} y2=${y(tick)} />
      <text x=${area.left - 8} y=${y(tick)} dy="0.32em" text-anchor="end">${number(tick)}</text>`,
  )}</g>`;
}

/** The column of the slot that the reader points at. */
export function crosshairMark(area: PlotArea, slot: DaySlot | undefined): SVGTemplateResult | '' {
  if (!slot) return '';
  const from = area.x(slot.from);
  const to = area.x(slot.to);
  return svg`<rect class="crosshair" x=${from} y=${area.top} width=${Math.max(0, to - from)}
    height=${Math.max(0, area.bottom - area.top)} />`;
}
