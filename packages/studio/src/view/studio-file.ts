import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { StudioDocument } from '../document/studio-document.js';
import { commandLine, needsSaving } from '../export/command-line.js';
import type { Words } from '../words/words.js';
import { controls } from './controls.js';
import { PageEvent, type PageRequest } from './page-events.js';

/** Files in and out, and the same run on the command line. */
@customElement('studio-file')
export class StudioFile extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .buttons {
        display: grid;
        grid-template-columns: repeat(2, 1fr);
        gap: 8px;
        margin-top: 10px;
      }
      .buttons button:last-child:nth-child(odd) {
        grid-column: 1 / -1;
      }
      .open {
        grid-column: 1 / -1;
      }
      .muted {
        margin-top: 10px;
      }
      .stays {
        color: var(--ink);
        font-weight: 600;
      }
      .buttons button {
        padding: 4px 6px;
      }
      .command {
        display: grid;
        gap: 8px;
        justify-items: start;
        margin-top: 6px;
      }
      code {
        width: 100%;
        padding: 8px 10px;
        border-radius: 8px;
        background: var(--raised);
        font-family: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, 'DejaVu Sans Mono', monospace;
        font-size: 0.75rem;
        line-height: 1.6;
        overflow-wrap: anywhere;
      }
      details {
        margin-top: 14px;
        font-size: 0.8125rem;
      }
      summary {
        min-height: 24px;
        cursor: pointer;
      }
      ul {
        margin: 6px 0 0;
        padding-left: 18px;
        color: var(--muted);
        overflow-wrap: anywhere;
      }
      .notes {
        margin-top: 14px;
        color: var(--ink);
        font-size: 0.8125rem;
      }
      @media (max-width: 760px), (pointer: coarse) {
        summary {
          min-height: 44px;
          line-height: 44px;
        }
      }
      @media print {
        .buttons,
        .intro,
        .command button {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) document!: StudioDocument;
  @property({ attribute: false }) words!: Words;
  @property({ type: Boolean }) results = false;
  @state() private copied = '';

  override render(): TemplateResult {
    const { say } = this.words;
    const command = commandLine(this.document);
    return html`<section class="panel" aria-labelledby="heading">
      <h2 id="heading">${say.file.heading}</h2>
      <div class="buttons">
        <button class="open" @click=${this.#choose}>${say.file.open}</button>
        <input
          type="file"
          accept=".json,application/json"
          hidden
          @change=${this.#onFile}
          aria-label=${say.file.open}
        />
      </div>
      <p class="muted intro">${say.file.drop} <span class="stays">${say.file.stays}</span></p>
      <div class="buttons">
        ${this.#button(say.file.save, { type: 'save', what: 'hall' })}
        ${this.#button(say.file.print, { type: 'print' })}
        ${this.#button(say.file.answers, { type: 'save', what: 'answers' }, !this.results)}
        ${this.#button(say.file.halfHours, { type: 'save', what: 'half-hours' }, !this.results)}
        ${this.#button(say.file.json, { type: 'save', what: 'json' }, !this.results)}
      </div>
      <p class="muted intro">${say.file.keeps}</p>
      <p class="muted">
        ${needsSaving(this.document) ? say.file.commandAfterSaving : say.file.command}
      </p>
      <div class="command">
        <code>${command}</code>
        <button @click=${() => this.#copy(command)}>
          ${this.copied === command ? say.file.copied : say.file.copy}
        </button>
      </div>
      ${this.#notes()}
    </section>`;
  }

  #button(name: string, request: PageRequest, disabled = false): TemplateResult {
    return html`<button ?disabled=${disabled} @click=${() => this.dispatchEvent(new PageEvent(request))}>
      ${name}
    </button>`;
  }

  #notes(): TemplateResult {
    const { say, language } = this.words;
    const { notes } = this.document;
    // what changes the results is said at once, what they do not depend on when asked for
    const left = notes.filter(({ code }) => code === 'not-simulated');
    const others = notes.filter((note) => !left.includes(note));
    return html`${
      others.length === 0
        ? nothing
        : html`<ul class="notes" aria-label=${say.file.worthKnowing}>
            ${others.map(
              ({ path, message, fix }) =>
                html`<li><b>${path}</b> ${message[language]} ${fix[language]}</li>`,
            )}
          </ul>`
    }${
      left.length === 0
        ? nothing
        : html`<details>
            <summary>${say.file.notes(left.length)}</summary>
            <ul>
              ${left.map(({ path, message }) => html`<li><b>${path}</b> ${message[language]}</li>`)}
            </ul>
          </details>`
    }`;
  }

  #choose(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();
  }

  #onFile(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) this.dispatchEvent(new PageEvent({ type: 'file', file }));
    input.value = ''; // so that the same file can be opened again after a change
  }

  async #copy(command: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(command);
      this.copied = command;
    } catch {
      // no clipboard here: select the text, so that Ctrl+C works
      const code = this.renderRoot.querySelector('code');
      if (code) getSelection()?.selectAllChildren(code);
    }
  }
}
