import { scaleLinear } from 'd3';
import { type CSSResultGroup, html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { crosshairMark, levelAxis, timeAxis } from './axes.js';
import type { ChartLabels, LegendLabels } from './chart-labels.js';
import { type DaySlot, middle, slotAt } from './day-slot.js';
import { HallChart, legendOf } from './hall-chart.js';
import { staffingStyles } from './staffing-styles.js';
import { stepped, within } from './step-keys.js';
import { stepPath } from './step-path.js';

export interface StaffingLabels extends ChartLabels, LegendLabels {
  /** A count of counters in words: "7 counters open". */
  counters(count: number): string;
  /** One step in a sentence, with the base's count when it is compared. */
  readout(slot: DaySlot, count: number, base: number | undefined): string;
  /** How steps are moved with a mouse or keys: "Drag a step, or use the arrow keys." */
  readonly hint: string;
  /** Names of the buttons that stand under the chart on narrow screens. */
  readonly earlier: string;
  readonly later: string;
  readonly fewer: string;
  readonly more: string;
}

/** An edit of the steps. Edits of one drag carry the same `gesture`, so a page can undo it whole. */
export class StaffingChangeEvent extends CustomEvent<{
  readonly values: readonly number[];
  readonly gesture: number;
}> {
  static readonly type = 'staffing-change';
  constructor(values: readonly number[], gesture: number) {
    super(StaffingChangeEvent.type, { detail: { values, gesture }, bubbles: true, composed: true });
  }
}

/**
 * Open counters of one group as steps that are edited in place.
 *
 * Drag a step up or down with a mouse or pen; drag on sideways to paint. A finger chooses a step, and
 * the buttons under the chart change it. One Tab stop; left and right arrows move
 * between steps, up and down change by one, Page Up and Page Down by three, Home closes all, End
 * opens all, T opens the table. The step moves at once and never waits for an answer.
 *
 * @property slots - the stretches of the day, in order
 * @property values - open counters in each slot
 * @property base - the same for the base, a dashed outline; empty for none
 * @property max - counters the group has; an edit stays within 0..max
 * @property labels - {@link StaffingLabels}; without them nothing is rendered
 * @property start, end - minutes of the time axis
 * @property height - pixels, 170 by default
 * @property crosshair - the minute pointed at, or null
 * @fires staffing-change - `{ values, gesture }` after each edit
 * @fires hall-crosshair - `{ minute }` when pointer or focus move
 * @slot controls - beside the title: what chooses between charts of this kind
 * @csspart figure, caption, title, finding, plot, table-button, table, stepper
 */
@customElement('hall-staffing-steps')
export class HallStaffingSteps extends HallChart {
  static override styles: CSSResultGroup = [HallChart.styles, staffingStyles];

  @property({ attribute: false }) slots: readonly DaySlot[] = [];
  @property({ attribute: false }) values: readonly number[] = [];
  @property({ attribute: false }) base: readonly number[] = [];
  @property({ type: Number }) max = 10;
  @property({ attribute: false }) labels?: StaffingLabels;
  override height = 170;

  /** The step that holds the Tab stop. */
  @state() private current = 0;
  #dragging = false;
  #gesture = 0;

  protected override rows(): string[][] {
    const { labels } = this;
    if (!labels) return [];
    return this.slots.map((slot, i) => {
      const base = this.base[i];
      return [
        labels.slot(slot.from, slot.to),
        labels.number(this.values[i] ?? 0),
        ...(base === undefined ? [] : [labels.number(base)]),
      ];
    });
  }

  protected override sentence(): string {
    const i = slotAt(this.slots, this.crosshair);
    return i < 0 ? (this.labels?.finding ?? '') : this.#readout(i);
  }

  protected override hint(): string {
    return this.labels?.hint ?? '';
  }

  override render(): TemplateResult | typeof nothing {
    const { labels, area } = this;
    if (!labels) return nothing;
    const y = scaleLinear([0, Math.max(1, this.max)], [area.bottom, area.top + 6]);
    const ticks = y.ticks(Math.min(5, this.max)).filter((tick) => Number.isInteger(tick));
    const on = slotAt(this.slots, this.crosshair);
    return this.frame(
      labels,
      html`<svg
          class="steps"
          width=${area.width}
          height=${area.height}
          role="group"
          aria-label=${labels.title}
          ?data-compared=${this.base.length > 0}
          @pointerdown=${this.#onDown}
          @pointermove=${this.#onMove}
          @pointerup=${this.#onUp}
          @pointercancel=${this.#onUp}
          @pointerleave=${this.pointAway}
        >
          ${levelAxis(area, y, ticks, labels.tick)}
          ${this.slots.map((slot, i) => this.#slot(slot, i, y))}
          ${svg`<path class="top" d=${this.values.length > 0 ? stepPath(this.slots, this.values, area.x, y) : ''} />
            <path class="outline" d=${this.base.length > 0 ? stepPath(this.slots, this.base, area.x, y) : ''} />`}
          ${this.#counts(y)} ${crosshairMark(area, this.slots[on])} ${timeAxis(area)}
        </svg>
        ${this.#stepper(labels)}`,
      legendOf(labels),
    );
  }

  #slot(slot: DaySlot, i: number, y: (value: number) => number): TemplateResult | typeof nothing {
    const { area, labels } = this;
    if (!labels) return nothing;
    const value = this.values[i] ?? 0;
    const x = area.x(slot.from);
    const width = Math.max(1, area.x(slot.to) - x);
    const top = y(value);
    return svg`<g class="slot" role="slider" tabindex=${i === this.current ? 0 : -1}
      aria-orientation="vertical" aria-label=${labels.slot(slot.from, slot.to)}
      aria-valuemin="0" aria-valuemax=${this.max} aria-valuenow=${value}
      aria-valuetext=${labels.counters(value)} data-index=${i}
      @keydown=${(event: KeyboardEvent) => this.#onKey(event, i)} @focus=${() => this.#onFocus(i)}>
      <rect class="fill" x=${x} y=${top} width=${width} height=${Math.max(0, area.bottom - top)} />
      <rect class="hit" x=${x} y=${area.top} width=${width} height=${area.bottom - area.top} />
    </g>`;
  }

  /** The numbers, above all lines, where the steps are wide enough to hold them. */
  #counts(y: (value: number) => number): TemplateResult[] {
    const { area, labels } = this;
    const room = this.max > 9 ? 22 : 15;
    return this.slots.flatMap((slot, i) => {
      const value = this.values[i] ?? 0;
      const x = area.x(middle(slot));
      if (!labels || area.x(slot.to) - area.x(slot.from) < room) return [];
      const top = y(value);
      // inside the step, or above it where the step is too low
      const baseline = area.bottom - top > 24 ? top + 16 : top - 6;
      return [
        svg`<text class="count" x=${x} y=${baseline} text-anchor="middle" aria-hidden="true">${labels.number(value)}</text>`,
      ];
    });
  }

  /** Buttons for fingers: the chart's steps are too narrow to drag on a phone. */
  #stepper(labels: StaffingLabels): TemplateResult {
    const i = Math.min(this.current, Math.max(0, this.slots.length - 1));
    const value = this.values[i] ?? 0;
    const move = (by: number) => (): void => this.#stand(i + by);
    const change = (by: number) => (): void => {
      this.#gesture++;
      this.#set(i, value + by);
      this.#stand(i);
    };
    return html`<div class="stepper" part="stepper" role="group" aria-label=${labels.title}>
      <button aria-label=${labels.earlier} ?disabled=${i === 0} @click=${move(-1)}>◀</button>
      <button aria-label=${labels.later} ?disabled=${i >= this.slots.length - 1} @click=${move(1)}>▶</button>
      <output>${this.slots.length > 0 ? this.#readout(i) : nothing}</output>
      <button aria-label=${labels.fewer} ?disabled=${value <= 0} @click=${change(-1)}>−</button>
      <button aria-label=${labels.more} ?disabled=${value >= this.max} @click=${change(1)}>+</button>
    </div>`;
  }

  #readout(i: number): string {
    const slot = this.slots[i];
    return slot ? (this.labels?.readout(slot, this.values[i] ?? 0, this.base[i]) ?? '') : '';
  }

  #set(i: number, wanted: number): void {
    const value = within(wanted, this.max);
    if (i < 0 || i >= this.values.length || value === this.values[i]) return;
    this.values = this.values.with(i, value);
    this.dispatchEvent(new StaffingChangeEvent(this.values, this.#gesture));
  }

  /** Moves the Tab stop, and the page's crosshair with it. */
  #stand(i: number): void {
    const slot = this.slots[i];
    if (!slot) return;
    this.current = i;
    this.point(middle(slot));
  }

  #onFocus(i: number): void {
    if (!this.#dragging) this.#stand(i);
  }

  #onKey(event: KeyboardEvent, i: number): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const side = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (side !== 0) {
      event.preventDefault();
      this.renderRoot.querySelector<SVGGElement>(`[data-index="${i + side}"]`)?.focus();
      return;
    }
    const value = stepped(event.key, this.values[i] ?? 0, this.max);
    if (value === null) return;
    event.preventDefault();
    this.#gesture++;
    this.#set(i, value);
  }

  #onDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    if (event.pointerType === 'touch') {
      // a finger that lands here may be about to scroll: it chooses a step, the buttons change it
      this.#stand(slotAt(this.slots, this.minuteAt(event)));
      return;
    }
    this.#dragging = true;
    this.#gesture++;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#drag(event);
  }

  #onMove(event: PointerEvent): void {
    this.pointAt(event);
    if (this.#dragging) this.#drag(event);
  }

  #onUp(): void {
    this.#dragging = false;
  }

  #drag(event: PointerEvent): void {
    const i = slotAt(this.slots, this.minuteAt(event));
    if (i < 0) return;
    const box = this.renderRoot.querySelector('.plot')?.getBoundingClientRect();
    const { area } = this;
    const y = scaleLinear([area.bottom, area.top + 6], [0, Math.max(1, this.max)]);
    this.current = i;
    this.#set(i, y(event.clientY - (box?.top ?? 0)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hall-staffing-steps': HallStaffingSteps;
  }
}
