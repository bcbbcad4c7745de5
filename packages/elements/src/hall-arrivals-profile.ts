import { type CSSResultGroup, css, html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { crosshairMark, levelAxis, timeAxis } from './axes.js';
import type { ChartLabels } from './chart-labels.js';
import { walk } from './crosshair.js';
import { type DaySlot, middle, slotAt } from './day-slot.js';
import { HallChart } from './hall-chart.js';
import { countScale } from './plot-area.js';
import { stepPath } from './step-path.js';

/** Customers expected in one stretch of the day. */
export interface ArrivalBar extends DaySlot {
  readonly customers: number;
}

export interface ArrivalLabels extends ChartLabels {
  /** One bar in a sentence, with the base's bar when it is compared. */
  readout(bar: ArrivalBar, base: ArrivalBar | undefined): string;
}

/**
 * Expected customers per half hour as bars.
 *
 * One Tab stop; arrows walk the bars, Home and End go to the first and last, T opens the table.
 *
 * @property bars - what is shown: slots with their customers
 * @property base - the same for the base, drawn as a dashed outline; empty for none
 * @property labels - {@link ArrivalLabels}; without them nothing is rendered
 * @property start, end - minutes of the time axis
 * @property height - pixels, 130 by default
 * @property crosshair - the minute pointed at, or null
 * @fires hall-crosshair - `{ minute }` when pointer or keys move
 * @slot controls - beside the title: what chooses between charts of this kind
 * @csspart figure, caption, title, finding, plot, table-button, table
 */
@customElement('hall-arrivals-profile')
export class HallArrivalsProfile extends HallChart {
  static override styles: CSSResultGroup = [
    HallChart.styles,
    css`
      .bar {
        fill: var(--neutral);
        fill-opacity: 0.55;
      }
      .bar[data-on] {
        fill-opacity: 1;
      }
      .outline {
        fill: none;
        stroke: var(--base);
        stroke-width: 1.75;
        stroke-dasharray: 5 3;
      }
    `,
  ];

  @property({ attribute: false }) bars: readonly ArrivalBar[] = [];
  @property({ attribute: false }) base: readonly ArrivalBar[] = [];
  @property({ attribute: false }) labels?: ArrivalLabels;
  override height = 130;

  protected override rows(): string[][] {
    const { labels } = this;
    if (!labels) return [];
    return this.bars.map((bar, i) => {
      const base = this.base[i];
      return [
        labels.slot(bar.from, bar.to),
        labels.number(bar.customers),
        ...(base ? [labels.number(base.customers)] : []),
      ];
    });
  }

  protected override sentence(): string {
    const bar = this.bars[slotAt(this.bars, this.crosshair)];
    if (!this.labels) return '';
    return bar ? this.#readout(bar) : this.labels.finding;
  }

  override render(): TemplateResult | typeof nothing {
    const { labels, area } = this;
    if (!labels) return nothing;
    const tallest = Math.max(0, ...[...this.bars, ...this.base].map((bar) => bar.customers));
    const { y, ticks } = countScale(area, tallest);
    const on = slotAt(this.bars, this.crosshair);
    const bar = this.bars[on];
    return this.frame(
      labels,
      html`<svg
        width=${area.width}
        height=${area.height}
        role="slider"
        tabindex="0"
        aria-label=${labels.title}
        aria-valuemin="0"
        aria-valuemax=${Math.max(0, this.bars.length - 1)}
        aria-valuenow=${Math.max(0, on)}
        aria-valuetext=${bar ? this.#readout(bar) : labels.finding}
        @keydown=${this.#onKey}
        @pointerdown=${this.pointAt}
        @pointermove=${this.pointAt}
        @pointerleave=${this.pointAway}
      >
        ${levelAxis(area, y, ticks, labels.tick)}
        ${this.bars.map((one, i) => {
          const x = area.x(one.from) + 1;
          const width = Math.max(1, area.x(one.to) - x - 1);
          return svg`<rect class="bar" ?data-on=${i === on} x=${x} width=${width} rx="1.5"
            y=${y(one.customers)} height=${Math.max(0, area.bottom - y(one.customers))} />`;
        })}
        ${
          this.base.length > 0
            ? svg`<path class="outline" d=${stepPath(
                this.base,
                this.base.map((one) => one.customers),
                area.x,
                y,
              )} />`
            : nothing
        }
        ${crosshairMark(area, bar)} ${timeAxis(area)}
      </svg>`,
    );
  }

  #readout(bar: ArrivalBar): string {
    const base = this.base[slotAt(this.base, middle(bar))];
    return this.labels?.readout(bar, base) ?? '';
  }

  #onKey(event: KeyboardEvent): void {
    const next = walk(event.key, slotAt(this.bars, this.crosshair), this.bars.length);
    const bar = next === null ? undefined : this.bars[next];
    if (!bar) return;
    event.preventDefault();
    this.point(middle(bar));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hall-arrivals-profile': HallArrivalsProfile;
  }
}
