import { clockText, counterGroups, label } from '@hallsim/scenario';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ActionEvent } from '../document/act.js';
import type { Views } from '../document/hall-view.js';
import { oneMore, type Pressure, pressureOf } from '../document/pressure.js';
import { withoutBrackets } from '../document/without-brackets.js';
import type { Lines } from '../simulation/protocol.js';
import type { Words } from '../words/words.js';
import { controls } from './controls.js';

/** Asks for the open counters of a group. */
export class ShowGroupEvent extends CustomEvent<string> {
  static readonly type = 'show-group';
  constructor(group: string) {
    super(ShowGroupEvent.type, { detail: group });
  }
}

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
      /* as the picture: late news dims, quick news does not flicker */
      .panel {
        transition: opacity 0s 200ms;
      }
      .dim {
        opacity: 0.45;
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
  @property({ attribute: false }) lines: Lines | null = null;
  /** Whether the lines are those of an older document. */
  @property({ type: Boolean }) stale = false;

  /** The group whose open counters are on the page, or none. */
  @property({ attribute: false }) visible: string | null = null;

  #presses = 0;

  override render(): TemplateResult | typeof nothing {
    const { openings, periods } = this.views.shown;
    const pressure = this.lines && pressureOf(this.lines, openings, periods);
    if (!pressure) return nothing;
    const remedy = oneMore(pressure, openings);
    return html`<div class="panel ${this.stale ? 'dim' : ''}">
      <p>${this.#sentence(pressure)}${remedy || pressure.group === null ? '' : this.words.say.pressure.allOpen}</p>
      ${
        remedy
          ? html`<button
              @click=${() => {
                const gesture = `pressure ${++this.#presses}`;
                this.dispatchEvent(new ActionEvent({ type: 'staffing', ...remedy, gesture }));
              }}
            >
              ${this.#offer(pressure)}
            </button>`
          : this.#look(pressure)
      }
    </div>`;
  }

  #sentence({ kind, group, from, to, until }: Pressure): string {
    const { pressure } = this.words.say;
    const [begins, ends, shrinks] = [from, to, until].map(clockText);
    const where = this.#where(group);
    if (kind === 'closed') return pressure.closed(where, begins!, ends!);
    return until < to
      ? pressure.shrinks(where, begins!, ends!, shrinks!)
      : pressure.stays(where, begins!, ends!);
  }

  /** Where there is no remedy to press, the counters that are meant can be looked at. */
  #look({ group }: Pressure): TemplateResult | typeof nothing {
    if (group === null || group === this.visible) return nothing;
    return html`<button @click=${() => this.dispatchEvent(new ShowGroupEvent(group))}>
      ${this.words.say.pressure.look}
    </button>`;
  }

  #offer({ group, from, until }: Pressure): string {
    const { remedy } = this.words.say.pressure;
    const where = this.#isOne ? null : this.#where(group);
    return remedy(where, clockText(from), clockText(until));
  }

  /** The counters that are meant, by name where there are several kinds. */
  #where(group: string | null): string {
    const { say, language } = this.words;
    if (this.#isOne) return say.pressure.counters;
    if (group === null) return say.pressure.byShifts;
    return withoutBrackets(label(this.#groups[group]?.label, language, group));
  }

  get #groups(): ReturnType<typeof counterGroups> {
    return counterGroups(this.views.shown.scenario);
  }

  get #isOne(): boolean {
    return Object.keys(this.#groups).length < 2;
  }
}
