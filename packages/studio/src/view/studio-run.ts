import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ActionEvent } from '../document/act.js';
import type { StudioDocument } from '../document/studio-document.js';
import type { Words } from '../words/words.js';
import { controls } from './controls.js';
import { icons } from './icons.js';
import { PageEvent } from './page-events.js';

/** Characters of a seed, as the format has it. */
const LONGEST_SEED = 200;
const DAYS = [60, 200, 500, 1000, 2000];

/** Seed and number of days. */
@customElement('studio-run')
export class StudioRun extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .row {
        display: grid;
        grid-template-columns: 5.5em 1fr auto;
        gap: 8px;
        align-items: center;
        margin-top: 8px;
        font-size: 0.875rem;
      }
      input,
      select {
        width: 100%;
        min-width: 0;
      }
      .muted {
        margin-top: 10px;
      }
      button.icon {
        border-color: var(--line);
      }
      .row select {
        grid-column: 2 / -1;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) document!: StudioDocument;
  @property({ attribute: false }) words!: Words;

  override render(): TemplateResult {
    const { say, write } = this.words;
    const { seed, replications } = this.document;
    const days = [...new Set([...DAYS, replications])].sort((a, b) => a - b);
    return html`<section class="panel" aria-labelledby="heading">
      <h2 id="heading">${say.run.heading}</h2>
      <div class="row">
        <label for="days">${say.run.days}</label>
        <select
          id="days"
          @change=${(event: Event) =>
            this.#act({
              type: 'replications',
              replications: Number((event.target as HTMLSelectElement).value),
            })}
        >
          ${days.map(
            (n) =>
              html`<option value=${n} .selected=${n === replications}>${write.whole(n)}</option>`,
          )}
        </select>
      </div>
      <div class="row">
        <label for="seed">${say.run.seed}</label>
        <input
          id="seed"
          type="text"
          autocomplete="off"
          spellcheck="false"
          maxlength=${LONGEST_SEED}
          aria-describedby="seed-hint"
          .value=${seed}
          @change=${this.#onSeed}
        />
        <button
          class="icon"
          title=${say.run.reroll}
          aria-label=${say.run.reroll}
          @click=${() => this.dispatchEvent(new PageEvent({ type: 'reroll' }))}
        >
          ${icons.dice}
        </button>
      </div>
      <p class="muted" id="seed-hint">${say.run.seedHint}</p>
    </section>`;
  }

  #onSeed({ target }: Event): void {
    const input = target as HTMLInputElement;
    const seed = input.value.trim();
    // an emptied field is no seed: the one that holds comes back
    input.value = seed === '' ? this.document.seed : seed;
    this.#act({ type: 'seed', seed });
  }

  #act(action: ActionEvent['detail']): void {
    this.dispatchEvent(new ActionEvent(action));
  }
}
