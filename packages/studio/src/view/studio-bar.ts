import { label } from '@hallsim/scenario';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ActionEvent, asOpened } from '../document/act.js';
import { BUILT_IN } from '../document/built-in-halls.js';
import type { History } from '../document/history.js';
import type { StudioDocument } from '../document/studio-document.js';
import type { Words } from '../words/words.js';
import { barStyles } from './bar-styles.js';
import { controls } from './controls.js';
import { icons } from './icons.js';
import { PageEvent } from './page-events.js';
import type { Theme } from './theme.js';

/** The line at the top: which hall, which day, undo, language, colours. */
@customElement('studio-bar')
export class StudioBar extends LitElement {
  static override styles = [controls, barStyles];

  @property({ attribute: false }) history!: History<StudioDocument>;
  @property({ attribute: false }) words!: Words;
  @property() theme: Theme = 'auto';

  override render(): TemplateResult {
    const { say } = this.words;
    const { past, present, future } = this.history;
    return html`<span class="brand"
        ><svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
          <rect x="2" y="12" width="5" height="10" rx="1.5" opacity=".45" />
          <rect x="9.5" y="6" width="5" height="16" rx="1.5" />
          <rect x="17" y="9" width="5" height="13" rx="1.5" opacity=".7" /></svg
        >hallsim</span
      >
      <span class="field hall">
        <label class="word" for="hall">${say.bar.hall}</label>${this.#halls(present)}
      </span>
      ${this.#days(present)}
      <span class="group edits" role="group" aria-label=${say.bar.edits}>
        ${this.#button('undo', say.bar.undo, past.length === 0, new ActionEvent({ type: 'undo' }))}
        ${this.#button('redo', say.bar.redo, future.length === 0, new ActionEvent({ type: 'redo' }))}
        ${this.#button('reset', say.bar.reset, asOpened(this.history) === present, new ActionEvent({ type: 'reset' }))}
      </span>
      <span class="group end" role="group" aria-label=${say.bar.settings}>
        <button
          class="language"
          lang=${this.words.language === 'zh' ? 'en' : 'zh-CN'}
          @click=${() => this.dispatchEvent(new PageEvent({ type: 'language' }))}
        >
          ${say.bar.otherLanguage}
        </button>
        ${this.#button(this.theme, say.bar.theme[this.theme], false, new PageEvent({ type: 'theme' }))}
        ${this.#button('help', say.bar.help, false, new PageEvent({ type: 'help' }))}
      </span>`;
  }

  #button(icon: keyof typeof icons, name: string, disabled: boolean, event: Event): TemplateResult {
    return html`<button
      class="icon"
      title=${name}
      aria-label=${name}
      ?disabled=${disabled}
      @click=${() => this.dispatchEvent(event)}
    >
      ${icons[icon]}
    </button>`;
  }

  #halls(present: StudioDocument): TemplateResult {
    const { language, say } = this.words;
    const own = present.builtIn === null;
    return html`<select
      id="hall"
      @change=${(event: Event) => {
        const select = event.target as HTMLSelectElement;
        const { value } = select;
        select.value = present.builtIn ?? ''; // it says what is on the screen, also while it loads
        if (value !== '') this.dispatchEvent(new PageEvent({ type: 'built-in', id: value }));
      }}
    >
      ${own ? html`<option value="" selected>${say.bar.ownFile(present.name)}</option>` : nothing}
      ${BUILT_IN.map(
        (hall) =>
          html`<option value=${hall.id} .selected=${hall.id === present.builtIn}>
            ${label(hall.label, language, hall.id)}
          </option>`,
      )}
    </select>`;
  }

  #days({ scenario, day }: StudioDocument): TemplateResult | typeof nothing {
    const { language, say } = this.words;
    const types = Object.entries(scenario.demand.dayTypes ?? {});
    if (types.length < 2) return nothing;
    const choose = (id: string): boolean =>
      this.dispatchEvent(new ActionEvent({ type: 'day', day: id }));
    if (types.length > 3) {
      return html`<span class="field day">
        <label class="word" for="day">${say.bar.day}</label>
        <select
          id="day"
          @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
          ${types.map(
            ([id, type]) =>
              html`<option value=${id} .selected=${id === day}>${label(type.label, language, id)}</option>`,
          )}
        </select>
      </span>`;
    }
    return html`<div class="field day">
      <span class="word" id="day">${say.bar.day}</span>
      <fieldset aria-labelledby="day">
        ${types.map(
          ([id, type]) =>
            html`<label class="choice"
              ><input type="radio" name="day" .checked=${id === day} @change=${() => choose(id)} /><span
                >${label(type.label, language, id)}</span
              ></label
            >`,
        )}
      </fieldset>
    </div>`;
  }
}
