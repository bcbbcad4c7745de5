import { type CSSResultGroup, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ChartLabels, LegendLabels } from './chart-labels.js';
import { chartStyles } from './chart-styles.js';
import { CrosshairEvent } from './crosshair.js';
import { type PlotArea, plotArea } from './plot-area.js';

/** What every chart of a day has: a width of its own, a caption, a crosshair, a table. */
export abstract class HallChart extends LitElement {
  static override styles: CSSResultGroup = chartStyles;

  /** First and last minute of the time axis. Charts with the same two stand under each other. */
  @property({ type: Number }) start = 0;
  @property({ type: Number }) end = 1440;
  /** Height of the drawing in pixels. */
  @property({ type: Number }) height = 180;
  /** The minute all charts of the page point at, or `null`. */
  @property({ attribute: false }) crosshair: number | null = null;

  @state() private width = 640;
  @state() private tableShown = false;

  readonly #observer: ResizeObserver = new ResizeObserver(([entry]) => {
    if (entry) this.width = Math.max(200, Math.floor(entry.contentRect.width));
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  /** Shows or hides the table under the chart. */
  toggleTable(): void {
    this.tableShown = !this.tableShown;
  }

  /** Rows of the table, the time first. */
  protected abstract rows(): readonly (readonly string[])[];

  /** The sentence under the title: what the reader points at, else the finding. */
  protected abstract sentence(): string;

  /** How the chart is used, said after the sentence while nothing is pointed at. */
  protected hint(): string {
    return '';
  }

  protected get area(): PlotArea {
    return plotArea(this.width, this.height, this.start, this.end);
  }

  /** Points this chart at once and asks the page to point the others. */
  protected point(minute: number | null): void {
    if (minute === this.crosshair) return;
    this.crosshair = minute;
    this.dispatchEvent(new CrosshairEvent(minute));
  }

  /** Points at the minute under the pointer. */
  protected pointAt(event: PointerEvent): void {
    this.point(this.minuteAt(event));
  }

  /** A mouse that leaves takes its mark along; a lifted finger leaves it to be read. */
  protected pointAway(event: PointerEvent): void {
    if (event.pointerType !== 'touch') this.point(null);
  }

  /** The minute of the day under the pointer. */
  protected minuteAt(event: PointerEvent): number {
    const box = this.renderRoot.querySelector('.plot')?.getBoundingClientRect();
    return this.area.x.invert(event.clientX - (box?.left ?? 0));
  }

  /** Caption, drawing and table around what the chart itself draws. */
  protected frame(
    labels: ChartLabels,
    drawing: TemplateResult,
    legend: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    return html`<figure part="figure" @keydown=${this.#onTableKey}>
      <figcaption part="caption">
        <span class="title" part="title">${labels.title}</span>
        <slot name="controls"></slot>
        <span class="tools"
          >${legend}<button
            part="table-button"
            aria-expanded=${this.tableShown}
            @click=${this.toggleTable}
          >
            ${this.tableShown ? labels.hideTable : labels.showTable}
          </button></span
        >
        <p class="finding" part="finding">${this.sentence()}${this.#hint()}</p>
      </figcaption>
      <div class="plot" part="plot">${drawing}</div>
      ${this.tableShown ? this.#table(labels) : nothing}
    </figure>`;
  }

  #hint(): TemplateResult | typeof nothing {
    const hint = this.crosshair === null ? this.hint() : '';
    return hint === '' ? nothing : html` <span class="hint">${hint}</span>`;
  }

  #table(labels: ChartLabels): TemplateResult {
    // focusable, so that a long table can be scrolled with keys
    return html`<div class="table" part="table" tabindex="0" role="group" aria-label=${labels.title}>
      <table>
        <caption>
          ${labels.finding}
        </caption>
        <thead>
          <tr>
            ${labels.columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.rows().map(
            ([time, ...cells]) => html`<tr>
              <th scope="row">${time}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #onTableKey(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopPropagation();
    this.toggleTable();
  }
}

/** Letter, dash and name of what is drawn: colour is never the only sign. A long name is cut to what there is room for. */
export function legendOf(labels: LegendLabels): TemplateResult {
  const line = (colour: string, dash: string): TemplateResult =>
    html`<svg viewBox="0 0 22 10" aria-hidden="true">
      ${svg`<line x1="0" x2="22" y1="5" y2="5" stroke=${colour} stroke-width="2.5" stroke-dasharray=${dash} />`}
    </svg>`;
  const key = ({ letter, name }: LegendLabels['shown'], mark: TemplateResult): TemplateResult =>
    html`<span class="key">${mark}<b>${letter}</b><span class="name" title=${name}>${name}</span></span>`;
  const { base, shown } = labels;
  return html`${base ? key(base, line('var(--base)', '5 3')) : nothing}${key(
    shown,
    line(base ? 'var(--shown)' : 'var(--base)', 'none'),
  )}`;
}
