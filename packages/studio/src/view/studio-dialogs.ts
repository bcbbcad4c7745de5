import type { Issue } from '@hallsim/scenario';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Words } from '../words/words.js';
import { controls } from './controls.js';

/** A file that was not opened, and why. */
export interface BadFile {
  readonly name: string;
  readonly issues: readonly Issue[];
}

/** Issues shown at once; a broken file may hold thousands. */
const MOST = 100;

const dialogStyles = css`
  dialog {
    width: min(680px, calc(100vw - 24px));
    max-height: calc(100dvh - 48px);
    padding: 24px;
    border: 1px solid var(--rule);
    border-radius: 14px;
    background: var(--surface);
    color: var(--ink);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  h2 {
    color: var(--ink);
    font-size: 1.125rem;
    overflow-wrap: anywhere;
  }
  /* it takes the focus only so that reading begins at the top */
  h2:focus-visible {
    outline: none;
  }
  .end {
    display: flex;
    justify-content: end;
    margin-top: 20px;
  }
`;

abstract class StudioDialog extends LitElement {
  @property({ attribute: false }) words!: Words;

  get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  protected close(): void {
    this.dialog?.close();
  }

  protected closing(): TemplateResult {
    return html`<div class="end">
      <button @click=${this.close}>${this.words.say.file.close}</button>
    </div>`;
  }
}

/** Everything that is wrong with a file, in the reader's language; the page stays as it was. */
@customElement('studio-issues')
export class StudioIssues extends StudioDialog {
  static override styles = [
    controls,
    dialogStyles,
    css`
      ol {
        display: grid;
        gap: 12px;
        margin: 18px 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: 10px 14px;
        border-left: 3px solid var(--danger);
        background: var(--raised);
        border-radius: 0 8px 8px 0;
        overflow-wrap: anywhere;
      }
      .where {
        display: flex;
        flex-wrap: wrap;
        gap: 0 12px;
        font-size: 0.8125rem;
        color: var(--muted);
      }
      code {
        font-family: ui-monospace, Menlo, 'DejaVu Sans Mono', monospace;
        color: var(--ink);
      }
      .fix {
        color: var(--muted);
        font-size: 0.875rem;
      }
    `,
  ];

  @property({ attribute: false }) file: BadFile | null = null;

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('file') && this.file && !this.dialog?.open) this.dialog?.showModal();
  }

  override render(): TemplateResult {
    const { say, language } = this.words;
    const issues = this.file?.issues ?? [];
    return html`<dialog aria-labelledby="heading">
      <h2 id="heading" tabindex="-1" autofocus>${say.file.badHeading(this.file?.name ?? '')}</h2>
      <p class="muted">${say.file.badLead(issues.length)}</p>
      <ol>
        ${issues.slice(0, MOST).map(
          (issue) => html`<li>
            <p class="where">
              <code>${issue.path === '' ? say.file.wholeFile : issue.path}</code>
              ${issue.line === null ? nothing : html`<span>${say.file.line(issue.line)}</span>`}
            </p>
            <p>${issue.message[language]}</p>
            <p class="fix">${issue.fix[language]}</p>
          </li>`,
        )}
      </ol>
      ${issues.length > MOST ? html`<p class="muted">${say.file.more(issues.length - MOST)}</p>` : nothing}
      ${this.closing()}
    </dialog>`;
  }
}

/** The keys of the page. */
@customElement('studio-keys')
export class StudioKeys extends StudioDialog {
  static override styles = [
    controls,
    dialogStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 8px 20px;
        margin: 16px 0 0;
        font-size: 0.875rem;
      }
      dt {
        font-weight: 600;
      }
      dd {
        margin: 0;
      }
    `,
  ];

  show(): void {
    this.dialog?.showModal();
  }

  override render(): TemplateResult {
    const { say } = this.words;
    return html`<dialog aria-labelledby="heading">
      <h2 id="heading" tabindex="-1" autofocus>${say.keys.heading}</h2>
      <dl>
        ${say.keys.rows.map(([key, does]) => html`<dt>${key}</dt><dd>${does}</dd>`)}
      </dl>
      ${this.closing()}
    </dialog>`;
  }
}
