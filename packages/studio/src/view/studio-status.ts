import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Picture } from '../simulation/protocol.js';
import type { Words } from '../words/words.js';
import { duration } from './answer-labels.js';
import { controls } from './controls.js';

/** The line at the bottom: how many days, how sure, which seed, how fast. */
@customElement('studio-status')
export class StudioStatus extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: sticky;
        bottom: 0;
        z-index: 1;
        display: flex;
        flex-wrap: wrap;
        gap: 2px 18px;
        align-items: center;
        min-height: 34px;
        padding: 4px 20px;
        border-top: 1px solid var(--rule);
        background: var(--surface);
        color: var(--muted);
        font-size: 0.8125rem;
        font-variant-numeric: tabular-nums;
      }
      progress {
        width: 120px;
        height: 4px;
        border: 0;
        border-radius: 2px;
        overflow: hidden;
        background: var(--rule);
        accent-color: var(--base);
      }
      progress::-webkit-progress-bar {
        background: var(--rule);
      }
      progress::-webkit-progress-value {
        background: var(--base);
      }
      .glance {
        display: none;
      }
      @media (max-width: 760px) {
        :host {
          padding: 4px 12px;
          flex-wrap: nowrap;
          justify-content: space-between;
        }
        .glance {
          display: inline;
          color: var(--ink);
          font-weight: 600;
        }
        .wide {
          display: none;
        }
      }
      @media print {
        :host {
          position: static;
        }
        progress {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) picture: Picture | null = null;
  @property({ reflect: true, attribute: 'data-state' }) state:
    | 'pending'
    | 'sharpening'
    | 'settled' = 'pending';
  @property({ type: Number }) milliseconds = 0;
  @property({ type: Number }) replications = 0;
  @property() seed = '';
  /** The settled result in one sentence, for screen readers. */
  @property({ attribute: false }) spoken = '';

  @state() private slow = false;
  @state() private said = '';
  #slowTimer = 0;
  #sayTimer = 0;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('state')) {
      clearTimeout(this.#slowTimer);
      this.slow = false;
      // a bar that flashes tells nothing: it comes only when the run takes its time
      if (this.state !== 'settled')
        this.#slowTimer = window.setTimeout(() => {
          this.slow = true;
        }, 400);
    }
    if (changed.has('spoken') || changed.has('state')) {
      clearTimeout(this.#sayTimer);
      if (this.state === 'settled')
        this.#sayTimer = window.setTimeout(() => {
          this.said = this.spoken;
        }, 700);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#slowTimer);
    clearTimeout(this.#sayTimer);
  }

  override render(): TemplateResult {
    const { say, write } = this.words;
    const level = this.picture?.variant?.summary ?? this.picture?.base;
    const within = level?.measures['hall.serviceLevel.everyone'];
    const half = within?.low == null || within.high == null ? null : (within.high - within.low) / 2;
    const target = duration(this.words, level?.run.target ?? '');
    const done = this.state === 'pending' ? 0 : (this.picture?.days ?? 0);
    return html`${
      within?.value == null
        ? nothing
        : html`<span class="glance">${say.status.glance(target, write.percent(within.value))}</span>`
    }<span data-part="days"
        >${say.status.days(write.whole(done), write.whole(this.replications))}</span
      >
      ${half === null ? nothing : html`<span class="wide">${say.status.precision(target, write.percentBare(half))}</span>`}
      <span class="wide">${say.status.seed(this.seed)}</span>
      ${
        this.state === 'pending'
          ? nothing
          : html`<span data-part="milliseconds"
              >${say.status.milliseconds(write.whole(this.milliseconds))}</span
            >`
      }
      ${
        this.slow && this.state !== 'settled'
          ? html`<progress
              max=${this.replications}
              value=${done}
              aria-label=${say.status.computing}
            ></progress>`
          : nothing
      }
      <span class="hidden" role="status">${this.said}</span>`;
  }
}
