import { label } from '@hallsim/scenario';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ActionEvent } from '../document/act.js';
import type { StudioDocument } from '../document/studio-document.js';
import type { Words } from '../words/words.js';
import { controls } from './controls.js';

/** The what-ifs of the file and the planner's own plan; one of them stands beside the base. */
@customElement('studio-what-if')
export class StudioWhatIf extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      fieldset {
        display: grid;
        gap: 2px;
        max-height: 24rem;
        margin: 8px -8px 0;
        overflow: auto;
        padding: 0;
        border: 0;
      }
      label {
        display: grid;
        grid-template-columns: auto auto 1fr;
        gap: 9px;
        align-items: center;
        min-height: 34px;
        padding: 5px 8px;
        border-radius: 8px;
        font-size: 0.875rem;
        line-height: 1.35;
        cursor: pointer;
      }
      label:hover {
        background: var(--raised);
      }
      label:has(:checked) {
        background: var(--raised);
        font-weight: 600;
      }
      input {
        margin: 0;
        width: 16px;
        height: 16px;
        accent-color: var(--base);
      }
      label.variant input {
        accent-color: var(--shown);
      }
      b {
        width: 1em;
        font-weight: 700;
        color: var(--base);
      }
      .variant b {
        color: var(--shown);
      }
      .muted {
        margin-top: 10px;
      }
      @media (max-width: 760px), (pointer: coarse) {
        label {
          min-height: 44px;
        }
      }
      @media print {
        fieldset {
          margin: 8px 0 0;
        }
        .muted,
        label:not(:has(:checked)) {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) document!: StudioDocument;
  @property({ attribute: false }) words!: Words;
  /** Whether the hall has steps to move. */
  @property({ type: Boolean }) editable = false;

  override render(): TemplateResult {
    const { say, language } = this.words;
    const { scenario, shown } = this.document;
    const choice = (id: string | null, name: string, letter: string): TemplateResult =>
      html`<label class=${id === null ? 'base' : 'variant'}>
        <input
          type="radio"
          name="shown"
          .checked=${id === shown}
          @change=${() => this.dispatchEvent(new ActionEvent({ type: 'show', variant: id }))}
        />
        <b aria-hidden="true">${letter}</b><span>${name}</span>
      </label>`;
    return html`<section class="panel" aria-labelledby="heading">
      <h2 id="heading">${say.whatIf.heading}</h2>
      <fieldset aria-labelledby="heading">
        ${choice(null, say.whatIf.asOpened, 'A')}
        ${Object.entries(scenario.variants ?? {}).map(([id, variant], i) =>
          choice(id, label(variant.label, language, id), letterOf(i)),
        )}
      </fieldset>
      ${this.editable ? html`<p class="muted">${say.whatIf.hint}</p>` : nothing}
    </section>`;
  }
}

/** Letters after the base's A; after Z they begin again. */
export function letterOf(index: number): string {
  return String.fromCharCode(66 + (index % 25));
}
