import { scaleLinear } from 'd3';
import { type CSSResultGroup, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Direction, type Estimate, type Verdict, verdict } from './estimate.js';
import { measureStyles } from './measure-styles.js';

export interface MeasureLabels {
  /** Name of the measure: "Within 10 min". */
  readonly name: string;
  /** What the number means, in one sentence. */
  readonly sentence: string;
  /** The value with its unit: "91.3 %". */
  value(value: number): string;
  /** An end of the scale, as short as can be: "100%", "60 min". */
  end(value: number): string;
  /** The interval in words: "95 % interval 90.3 to 92.3 %". */
  interval(low: number, high: number): string;
  /** The paired change with its interval: "+2.1 points (1.4 to 2.8)". */
  change(change: Estimate): string;
  /** What the change means: "certain: better than A", "not yet certain". */
  verdict(verdict: Verdict, change: Estimate): string;
  /** Said in place of a value that was never observed. */
  readonly nothing: string;
}

/**
 * One answer: a value with its interval, a sentence, and the paired change against the base.
 * Green and red appear only when the interval of the change leaves out zero.
 *
 * @property estimate - the value and its interval, or null when nothing was observed
 * @property base - the base's value, marked on the scale
 * @property change - the paired change against the base, or null
 * @property better - which way is better: `up`, `down` or `neither`
 * @property target - the value that was promised, marked on the scale, or null
 * @property domain - ends of the little scale, in the measure's unit; without it there is no scale
 * @property labels - {@link MeasureLabels}; without them nothing is rendered
 * @csspart name, value, interval, scale, sentence, change
 */
@customElement('hall-measure')
export class HallMeasure extends LitElement {
  static override styles: CSSResultGroup = measureStyles;

  @property({ attribute: false }) estimate: Estimate | null = null;
  @property({ attribute: false }) base: Estimate | null = null;
  @property({ attribute: false }) change: Estimate | null = null;
  @property() better: Direction = 'neither';
  @property({ attribute: false }) target: number | null = null;
  @property({ attribute: false }) domain: readonly [number, number] | null = null;
  @property({ attribute: false }) labels?: MeasureLabels;

  override render(): TemplateResult | typeof nothing {
    const { labels, estimate } = this;
    if (!labels) return nothing;
    if (!estimate) {
      return html`<dl>
        <dt part="name">${labels.name}</dt>
        <dd class="none" part="sentence">${labels.nothing}</dd>
      </dl>`;
    }
    const { low, high } = estimate;
    return html`<dl>
      <dt part="name">${labels.name}</dt>
      <dd class="value" part="value">${labels.value(estimate.value)}</dd>
      ${low === null || high === null ? nothing : html`<dd class="interval" part="interval">${labels.interval(low, high)}</dd>`}
      ${this.domain ? this.#scale(estimate, this.domain, labels) : nothing}
      <dd class="sentence" part="sentence">${labels.sentence}</dd>
      ${this.change ? this.#change(this.change, labels) : nothing}
    </dl>`;
  }

  #change(change: Estimate, labels: MeasureLabels): TemplateResult {
    const means = verdict(change, this.better);
    return html`<dd class="change" part="change" data-verdict=${means}>
      <span class="sign" aria-hidden="true">${SIGNS[means]}</span>
      <span><b>${labels.change(change)}</b> ${labels.verdict(means, change)}</span>
    </dd>`;
  }

  /** Where the value lies, how wide its interval is, and where target and base stand. */
  #scale(
    estimate: Estimate,
    domain: readonly [number, number],
    labels: MeasureLabels,
  ): TemplateResult {
    const x = scaleLinear(domain, [0, 100]).clamp(true);
    const low = x(estimate.low ?? estimate.value);
    const high = x(estimate.high ?? estimate.value);
    const mark = (value: number, name: string): TemplateResult =>
      html`<i class=${name} style="left: ${x(value)}%"></i>`;
    return html`<dd class="ruler" part="scale" aria-hidden="true">
      ${labels.end(domain[0])}
      <span class="scale" ?data-compared=${this.change !== null}>
        ${this.target === null ? nothing : mark(this.target, 'target')}
        <i class="range" style="left: ${low}%; width: ${Math.max(0, high - low)}%"></i>
        ${this.base && this.change ? mark(this.base.value, 'base') : nothing}
        ${mark(estimate.value, 'dot')}
      </span>
      ${labels.end(domain[1])}
    </dd>`;
  }
}

const SIGNS: Readonly<Record<Verdict, string>> = {
  better: '✓',
  worse: '✕',
  different: '≠',
  uncertain: '?',
  same: '=',
};

declare global {
  interface HTMLElementTagNameMap {
    'hall-measure': HallMeasure;
  }
}
