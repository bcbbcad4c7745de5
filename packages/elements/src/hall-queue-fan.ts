import { area as areaPath, curveMonotoneX, line } from 'd3';
import { type CSSResultGroup, css, html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { crosshairMark, levelAxis, timeAxis } from './axes.js';
import type { ChartLabels, LegendLabels } from './chart-labels.js';
import { walk } from './crosshair.js';
import { type DaySlot, middle, slotAt } from './day-slot.js';
import { HallChart, legendOf } from './hall-chart.js';
import { countScale } from './plot-area.js';

/** People waiting in one stretch of the day: quantiles over days. */
export interface FanPoint extends DaySlot {
  readonly p05: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

export interface FanLabels extends ChartLabels, LegendLabels {
  /** One stretch of the day in a sentence, with the base's when it is compared. */
  readout(point: FanPoint, base: FanPoint | undefined): string;
}

type Level = Exclude<keyof FanPoint, keyof DaySlot>;

/**
 * People waiting over the day: the median line, the band of half of the days and the band of nine
 * days in ten, each at that time of day.
 *
 * One Tab stop; arrows walk the day, Home and End go to its ends, T opens the table.
 *
 * @property points - what is shown
 * @property base - the same for the base: its median and its nine-in-ten limit as dashed outlines
 * @property labels - {@link FanLabels}; without them nothing is rendered
 * @property start, end - minutes of the time axis
 * @property height - pixels, 220 by default
 * @property crosshair - the minute pointed at, or null
 * @fires hall-crosshair - `{ minute }` when pointer or keys move
 * @slot controls - beside the title: what chooses between charts of this kind
 * @csspart figure, caption, title, finding, plot, table-button, table
 */
@customElement('hall-queue-fan')
export class HallQueueFan extends HallChart {
  static override styles: CSSResultGroup = [
    HallChart.styles,
    css`
      .fan {
        --colour: var(--base);
      }
      .fan[data-compared] {
        --colour: var(--shown);
      }
      .wide {
        fill: var(--colour);
        fill-opacity: 0.16;
      }
      .narrow {
        fill: var(--colour);
        fill-opacity: 0.26;
      }
      .median {
        fill: none;
        stroke: var(--colour);
        stroke-width: 2.5;
      }
      .outline {
        fill: none;
        stroke: var(--base);
        stroke-width: 2;
        stroke-dasharray: 6 4;
      }
      .limit {
        stroke-width: 1;
        stroke-dasharray: 2 3;
      }
      .dot {
        fill: var(--colour, var(--base));
        stroke: var(--surface);
        stroke-width: 2;
      }
    `,
  ];

  @property({ attribute: false }) points: readonly FanPoint[] = [];
  @property({ attribute: false }) base: readonly FanPoint[] = [];
  @property({ attribute: false }) labels?: FanLabels;
  override height = 220;

  protected override rows(): string[][] {
    const { labels } = this;
    if (!labels) return [];
    return this.points.map((point) => {
      const base = this.#baseAt(point);
      return [
        labels.slot(point.from, point.to),
        ...LEVELS.map((level) => labels.number(point[level])),
        ...(base ? [labels.number(base.p50)] : []),
      ];
    });
  }

  protected override sentence(): string {
    const point = this.points[slotAt(this.points, this.crosshair)];
    if (!this.labels) return '';
    return point ? this.labels.readout(point, this.#baseAt(point)) : this.labels.finding;
  }

  override render(): TemplateResult | typeof nothing {
    const { labels, area } = this;
    if (!labels) return nothing;
    const highest = Math.max(0, ...[...this.points, ...this.base].map((point) => point.p95));
    const { y, ticks } = countScale(area, highest);
    const on = slotAt(this.points, this.crosshair);
    const point = this.points[on];
    const base = point && this.#baseAt(point);
    return this.frame(
      labels,
      html`<svg
        width=${area.width}
        height=${area.height}
        role="slider"
        tabindex="0"
        aria-label=${labels.title}
        aria-valuemin="0"
        aria-valuemax=${Math.max(0, this.points.length - 1)}
        aria-valuenow=${Math.max(0, on)}
        aria-valuetext=${point ? labels.readout(point, base) : labels.finding}
        @keydown=${this.#onKey}
        @pointerdown=${this.pointAt}
        @pointermove=${this.pointAt}
        @pointerleave=${this.pointAway}
      >
        ${levelAxis(area, y, ticks, labels.tick)}
        <g class="fan" ?data-compared=${this.base.length > 0}>
          ${svg`<path class="wide" d=${this.#band(y, 'p05', 'p95')} />
            <path class="narrow" d=${this.#band(y, 'p25', 'p75')} />
            <path class="median" d=${this.#line(y, this.points, 'p50')} />`}
        </g>
        ${svg`<path class="outline" d=${this.#line(y, this.base, 'p50')} />
          <path class="outline limit" d=${this.#line(y, this.base, 'p95')} />`}
        ${crosshairMark(area, point)} ${base ? this.#dot(base, y, '') : nothing}
        ${point ? this.#dot(point, y, this.base.length > 0 ? '--colour: var(--shown)' : '') : nothing}
        ${timeAxis(area)}
      </svg>`,
      legendOf(labels),
    );
  }

  #baseAt(point: FanPoint): FanPoint | undefined {
    return this.base[slotAt(this.base, middle(point))];
  }

  #dot(point: FanPoint, y: (value: number) => number, style: string): TemplateResult {
    return svg`<circle class="dot" style=${style} r="4.5" cx=${this.area.x(middle(point))} cy=${y(point.p50)} />`;
  }

  #line(y: (value: number) => number, points: readonly FanPoint[], level: Level): string {
    const path = line<FanPoint>(
      (point) => this.area.x(middle(point)),
      (point) => y(point[level]),
    ).curve(curveMonotoneX);
    return path(points) ?? '';
  }

  #band(y: (value: number) => number, low: Level, high: Level): string {
    const path = areaPath<FanPoint>(
      (point) => this.area.x(middle(point)),
      (point) => y(point[low]),
      (point) => y(point[high]),
    ).curve(curveMonotoneX);
    return path(this.points) ?? '';
  }

  #onKey(event: KeyboardEvent): void {
    const next = walk(event.key, slotAt(this.points, this.crosshair), this.points.length);
    const point = next === null ? undefined : this.points[next];
    if (!point) return;
    event.preventDefault();
    this.point(middle(point));
  }
}

const LEVELS: readonly Level[] = ['p05', 'p25', 'p50', 'p75', 'p95'];

declare global {
  interface HTMLElementTagNameMap {
    'hall-queue-fan': HallQueueFan;
  }
}
