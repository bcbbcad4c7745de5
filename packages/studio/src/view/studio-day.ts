import {
  type CrosshairEvent,
  clockMinute,
  type FanPoint,
  type LegendLabels,
  type StaffingChangeEvent,
} from '@hallsim/elements';
import type { Summary } from '@hallsim/experiment';
import { counterGroups, label } from '@hallsim/scenario';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ActionEvent } from '../document/act.js';
import type { Views } from '../document/hall-view.js';
import { withoutBrackets } from '../document/without-brackets.js';
import type { Lines, Picture } from '../simulation/protocol.js';
import type { Words } from '../words/words.js';
import { controls } from './controls.js';
import { arrivalLabels, fanCaption, fanLabels, staffingLabels } from './day-labels.js';
import type { ShowGroupEvent } from './studio-pressure.js';
import './studio-pressure.js';

/** The day on one time axis: who is expected, which counters are open, who waits. */
@customElement('studio-day')
export class StudioDay extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 12px;
        min-width: 0;
      }
      .panel {
        min-width: 0;
        padding: 12px 18px;
      }
      .tabs {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }
      .tabs button {
        min-height: 28px;
        padding: 1px 11px;
        border-color: var(--rule);
        border-radius: 15px;
        font-size: 0.8125rem;
      }
      .tabs button[aria-pressed='true'] {
        border-color: var(--ink);
        font-weight: 600;
      }
      .caption {
        margin-top: 6px;
      }
      /* the old picture stays, and dims only when the new one is late */
      .picture {
        transition: opacity 0s 200ms;
      }
      .dim {
        opacity: 0.45;
      }
      @media (prefers-reduced-motion: no-preference) {
        .picture {
          transition-duration: 120ms;
        }
      }
      @media (max-width: 760px) {
        .panel {
          padding: 14px 12px;
        }
        .tabs button {
          min-height: 44px;
          border-radius: 22px;
        }
      }
      @media print {
        .tabs {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) views!: Views;
  @property({ attribute: false }) picture: Picture | null = null;
  @property({ attribute: false }) lines: Lines | null = null;
  @property({ attribute: false }) legend!: LegendLabels;
  /** Whether the picture is that of an older document. */
  @property({ type: Boolean }) stale = false;

  @state() private group = '';
  @state() private crosshair: number | null = null;

  override render(): TemplateResult {
    const { words, legend, picture } = this;
    const { say } = words;
    const compared = legend.base !== undefined;
    const summary = picture && (picture.variant?.summary ?? picture.base);
    const points = summary ? fanPoints(summary) : [];
    const { start, end } = this.#span;
    const days = picture?.days ?? 0;
    return html`<h2 class="hidden">${say.day.heading}</h2>
      ${this.views.shown.arrivals.length > 0 ? this.#clockwork(compared) : nothing}
      <studio-pressure
        .words=${words}
        .views=${this.views}
        .lines=${this.lines}
        .stale=${this.stale}
        .visible=${this.#chosen?.group ?? null}
        @studio-action=${this.#onRemedy}
        @show-group=${(event: ShowGroupEvent) => {
          this.group = event.detail;
        }}
      ></studio-pressure>
      <div class="panel" @hall-crosshair=${this.#onCrosshair}>
        <hall-queue-fan
          class="picture ${this.stale ? 'dim' : ''}"
          .start=${start}
          .end=${end}
          .height=${200}
          .points=${points}
          .base=${compared && picture?.variant ? fanPoints(picture.base) : []}
          .crosshair=${this.crosshair}
          .labels=${fanLabels(words, points, days, legend)}
        ></hall-queue-fan>
        <p class="muted caption">${fanCaption(words, days, compared && picture?.variant != null)}</p>
      </div>`;
  }

  /** One time axis for everything that is drawn. */
  get #span(): { start: number; end: number } {
    const { base, shown } = this.views;
    return { start: Math.min(base.start, shown.start), end: Math.max(base.end, shown.end) };
  }

  /** What a hall with opening hours has: expected customers and open counters. */
  #clockwork(compared: boolean): TemplateResult {
    const { words, legend } = this;
    const { base, shown } = this.views;
    const { start, end } = this.#span;
    const same = JSON.stringify(base.arrivals) === JSON.stringify(shown.arrivals);
    return html`<div class="panel" @hall-crosshair=${this.#onCrosshair}>
        <hall-arrivals-profile
          .start=${start}
          .end=${end}
          .height=${104}
          .bars=${shown.arrivals}
          .base=${same ? [] : base.arrivals}
          .crosshair=${this.crosshair}
          .labels=${arrivalLabels(words, shown.arrivals, same ? { shown: legend.shown } : legend)}
        ></hall-arrivals-profile>
      </div>
      <div class="panel" @hall-crosshair=${this.#onCrosshair}>${this.#staffing(compared)}</div>`;
  }

  /** The group whose open counters are drawn. */
  get #chosen(): Views['shown']['openings'][number] | undefined {
    const { openings } = this.views.shown;
    return openings.find(({ group }) => group === this.group) ?? openings[0];
  }

  #staffing(compared: boolean): TemplateResult | typeof nothing {
    const { words, legend } = this;
    const { say, language } = words;
    const { base, shown } = this.views;
    const chosen = this.#chosen;
    if (!chosen) return html`<p class="muted">${say.staffing.byShifts}</p>`;
    const groups = counterGroups(shown.scenario);
    const name = (id: string): string => label(groups[id]?.label, language, id);
    const outline = base.openings.find(({ group }) => group === chosen.group);
    return html`<hall-staffing-steps
      .start=${this.#span.start}
      .end=${this.#span.end}
      .height=${150}
      .slots=${chosen.slots}
      .values=${chosen.values}
      .base=${compared && outline ? chosen.slots.map((slot) => levelAt(outline, slot.from)) : []}
      .max=${chosen.count}
      .crosshair=${this.crosshair}
      .labels=${staffingLabels(
        words,
        {
          group: name(chosen.group),
          several: shown.openings.length > 1,
          elastic: groups[chosen.group]?.elastic?.more ?? 0,
        },
        chosen,
        legend,
      )}
      @staffing-change=${(event: StaffingChangeEvent) =>
        this.dispatchEvent(
          new ActionEvent({ type: 'staffing', group: chosen.group, ...event.detail }),
        )}
      >${shown.openings.length < 2 ? nothing : this.#tabs(chosen.group, name)}</hall-staffing-steps
    >`;
  }

  #tabs(chosen: string, name: (id: string) => string): TemplateResult {
    return html`<div
      class="tabs"
      slot="controls"
      role="group"
      aria-label=${this.words.say.staffing.tabs}
    >
      ${this.views.shown.openings.map(
        ({ group }) =>
          html`<button
            aria-pressed=${group === chosen}
            title=${name(group)}
            @click=${() => {
              this.group = group;
            }}
          >
            ${withoutBrackets(name(group))}
          </button>`,
      )}
    </div>`;
  }

  /** The group that changes comes into view. */
  #onRemedy({ detail }: ActionEvent): void {
    if (detail.type === 'staffing') this.group = detail.group;
  }

  #onCrosshair(event: CrosshairEvent): void {
    this.crosshair = event.detail.minute;
  }
}

function fanPoints(summary: Summary): FanPoint[] {
  return summary.intervals.flatMap(({ from, to, waiting }) =>
    waiting ? [{ from: clockMinute(from), to: clockMinute(to), ...waiting }] : [],
  );
}

function levelAt(openings: Views['base']['openings'][number], minute: number): number {
  const i = openings.slots.findIndex((slot) => slot.from <= minute && minute < slot.to);
  return openings.values[i] ?? 0;
}
