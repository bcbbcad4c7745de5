import '@hallsim/elements';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Views } from '../document/hall-view.js';
import type { Picture } from '../simulation/protocol.js';
import type { Words } from '../words/words.js';
import { answerCards } from './answer-cards.js';
import { controls } from './controls.js';

/** The answers, each with its interval, its sentence and, beside a base, its paired change. */
@customElement('studio-answers')
export class StudioAnswers extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(230px, 1fr));
        gap: 14px 32px;
        margin-top: 10px;
        transition: opacity 0s 200ms;
      }
      hall-measure {
        padding-top: 12px;
        border-top: 1px solid var(--rule);
      }
      .paired {
        margin-top: 4px;
      }
      .marks {
        margin-top: 14px;
        padding-top: 10px;
        border-top: 1px solid var(--rule);
      }
      .note {
        margin-top: 6px;
        font-size: 0.8125rem;
        line-height: 1.5;
      }
      .wait {
        min-height: 30rem;
        padding-top: 12px;
        color: var(--muted);
        font-size: 0.875rem;
      }
      .dim {
        opacity: 0.45;
      }
      @media (prefers-reduced-motion: no-preference) {
        .cards {
          transition-duration: 120ms;
        }
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) views!: Views;
  @property({ attribute: false }) picture: Picture | null = null;
  /** Name of what stands beside the base, or null. */
  @property({ attribute: false }) against: string | null = null;
  /** Whether the two differ on other kinds of day only. */
  @property({ type: Boolean }) sameDay = false;
  @property({ type: Boolean }) stale = false;

  override render(): TemplateResult {
    const { say } = this.words;
    return html`<section class="panel" aria-labelledby="heading">
      <h2 id="heading">
        ${this.against === null ? say.answer.heading : say.answer.against(this.against)}
      </h2>
      ${this.sameDay ? html`<p class="note">${say.answer.sameDay}</p>` : nothing}
      ${
        this.picture && this.against !== null && !this.sameDay
          ? html`<p class="muted paired">${say.answer.paired(percent(this.words, this.picture))}</p>`
          : nothing
      }
      ${
        this.picture
          ? html`<div class="cards ${this.stale ? 'dim' : ''}">
              ${answerCards(this.words, this.picture, this.views).map(
                (card) =>
                  html`<hall-measure
                    data-measure=${card.id}
                    .estimate=${card.estimate}
                    .base=${card.base}
                    .change=${card.change}
                    .better=${card.better}
                    .target=${card.target}
                    .domain=${card.domain}
                    .labels=${card.labels}
                  ></hall-measure>`,
              )}
            </div>
            <p class="muted marks">
              ${say.answer.marks}${this.against === null ? '' : say.answer.marksBase}
            </p>`
          : html`<p class="wait">${say.status.computing}</p>`
      }
    </section>`;
  }
}

/** Confidence of the intervals: "95%". */
function percent({ write }: Words, { base }: Picture): string {
  return write.promise(base.run.confidence);
}
