import { counterGroups, label } from '@hallsim/scenario';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ActionEvent } from '../document/act.js';
import type { Views } from '../document/hall-view.js';
import { oneMore, type Pressure, pressureOf } from '../document/pressure.js';
import type { Picture } from '../simulation/protocol.js';
import type { Words } from '../words/words.js';
import { controls } from './controls.js';

/** Says where the counters do not keep up, and opens one more there at a press. */
@customElement('studio-pressure')
export class StudioPressure extends LitElement {
  static override styles = [
    controls,
    css`
      /* with nothing to say it takes no room, not even a gap */
      :host {
        display: contents;
      }
      .panel {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        align-items: center;
        justify-content: space-between;
        padding: 8px 18px;
        border-color: var(--danger);
        font-size: 0.875rem;
        line-height: 1.45;
      }
      p {
        flex: 1 1 18em;
      }
      @media (max-width: 760px) {
        .panel {
          padding: 10px 12px;
        }
      }
      @media print {
        button {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) views!: Views;
  @property({ attribute: false }) picture: Picture | null = null;

  #presses = 0;

  override render(): TemplateResult | typeof nothing {
    const { picture, views, words } = this;
    const summary = picture && (picture.variant?.summary ?? picture.base);
    const pressure = summary && pressureOf(summary);
    if (!pressure) return nothing;
    const remedy = oneMore(pressure, views.shown.openings, summary);
    return html`<div class="panel">
      <p>${this.#sentence(pressure)}</p>
      ${
        remedy
          ? html`<button
              @click=${() => {
                const gesture = `pressure ${++this.#presses}`;
                this.dispatchEvent(new ActionEvent({ type: 'staffing', ...remedy, gesture }));
              }}
            >
              ${this.#offer(pressure, remedy.group, words)}
            </button>`
          : nothing
      }
    </div>`;
  }

  #sentence({ kind, from, to, group }: Pressure): string {
    const { pressure } = this.words.say;
    return group === null ? pressure[kind](from, to) : pressure.group(this.#name(group));
  }

  #offer({ from, to }: Pressure, group: string, { say }: Words): string {
    return this.views.shown.openings.length > 1
      ? say.pressure.remedyOf(this.#name(group), from, to)
      : say.pressure.remedy(from, to);
  }

  #name(group: string): string {
    const groups = counterGroups(this.views.shown.scenario);
    return label(groups[group]?.label, this.words.language, group);
  }
}
