import type { LegendLabels } from '@hallsim/elements';
import { label, type Scenario } from '@hallsim/scenario';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type Action, type ActionEvent, act } from '../document/act.js';
import { builtInDocument, firstDocument } from '../document/built-in-halls.js';
import { type Views, viewsOf } from '../document/hall-view.js';
import { begin, type History } from '../document/history.js';
import { openFile } from '../document/open-file.js';
import { askedDay, type StudioDocument } from '../document/studio-document.js';
import { download } from '../export/download.js';
import { hallFile } from '../export/hall-file.js';
import { resultsCsv, resultsJson } from '../export/results.js';
import { SimulationController } from '../simulation/simulation-controller.js';
import { type Language, startLanguage, useLanguage } from '../words/language.js';
import { WORDS, type Words } from '../words/words.js';
import { answerCards } from './answer-cards.js';
import { controls } from './controls.js';
import { FileDrop } from './file-drop.js';
import type { PageEvent, PageRequest } from './page-events.js';
import { pageKey } from './page-keys.js';
import './studio-answers.js';
import './studio-bar.js';
import './studio-day.js';
import './studio-dialogs.js';
import type { BadFile, StudioKeys } from './studio-dialogs.js';
import './studio-file.js';
import './studio-run.js';
import './studio-status.js';
import './studio-what-if.js';
import { pageStyles } from './page-styles.js';
import { letterOf } from './studio-what-if.js';
import { applyTheme, nextTheme, startTheme, type Theme } from './theme.js';

/** The page: one document, its history, and the newest picture of it. */
@customElement('hall-studio')
export class HallStudio extends LitElement {
  static override styles = [controls, pageStyles];

  @state() private history: History<StudioDocument> = begin(firstDocument());
  @state() private language: Language = startLanguage();
  @state() private theme: Theme = startTheme();
  @state() private badFile: BadFile | null = null;

  #views: Views = viewsOf(this.history.present);
  readonly #simulation = new SimulationController(
    this,
    () =>
      new Worker(new URL('../simulation/run.worker.ts', import.meta.url), {
        type: 'module',
        name: 'runs',
      }),
  );

  readonly #drop = new FileDrop(this, (file) => void this.#open(file));

  override connectedCallback(): void {
    super.connectedCallback();
    useLanguage(this.language);
    applyTheme(this.theme);
    addEventListener('keydown', this.#onKey);
    this.#run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#onKey);
  }

  override render(): TemplateResult {
    const words = WORDS[this.language];
    const document = this.history.present;
    const simulation = this.#simulation;
    const { picture } = simulation;
    const views = this.#views;
    const stale = simulation.state === 'pending' || simulation.trouble !== null;
    const legend = this.#legend(words, document);
    globalThis.document.title = `${this.#hallName(words, document)} · hallsim`;
    return html`<div
      class="page"
      @studio-action=${(event: ActionEvent) => this.#act(event.detail)}
      @studio-page=${(event: PageEvent) => this.#ask(event.detail)}
    >
      <header>
        <studio-bar .history=${this.history} .words=${words} .theme=${this.theme}></studio-bar>
      </header>
      <main>
        <h1 class="hidden">${this.#hallName(words, document)}</h1>
        ${this.#trouble(words)}
        <div class="what-if"><studio-what-if
            .document=${document}
            .words=${words}
            .editable=${views.shown.openings.length > 0}
          ></studio-what-if></div>
        <div class="rest">
          <studio-run .document=${document} .words=${words}></studio-run>
          <studio-file
            .document=${document}
            .words=${words}
            .results=${picture !== null && !stale}
          ></studio-file>
        </div>
        <studio-day
          .words=${words}
          .views=${views}
          .picture=${picture}
          .legend=${legend}
          .stale=${stale}
        ></studio-day>
        <studio-answers
          .words=${words}
          .views=${views}
          .picture=${picture}
          .against=${legend.base ? legend.shown.name : null}
          .stale=${stale}
        ></studio-answers>
      </main>
      <footer>
        <studio-status
          .words=${words}
          .picture=${picture}
          .state=${simulation.state}
          .milliseconds=${simulation.milliseconds}
          .replications=${document.replications}
          .seed=${document.seed}
          .spoken=${this.#spoken(words)}
        ></studio-status>
      </footer>
      <studio-issues .words=${words} .file=${this.badFile}></studio-issues>
      <studio-keys .words=${words}></studio-keys>
      ${this.#drop.hovering ? html`<p class="drop">${words.say.file.dropHere}</p>` : nothing}
    </div>`;
  }

  /** The document changes, the run starts at once, the page follows. */
  #act(action: Action): void {
    const before = this.history.present;
    this.history = act(this.history, action);
    if (this.history.present === before) return;
    this.#run();
    this.#views = viewsOf(this.history.present);
  }

  #run(): void {
    const document = this.history.present;
    const { scenario, shown, seed, replications } = document;
    const day = askedDay(document);
    this.#simulation.run({ scenario, variant: shown, day, seed, replications });
  }

  #ask(request: PageRequest): void {
    switch (request.type) {
      case 'built-in':
        void builtInDocument(request.id).then((document) => this.#act({ type: 'open', document }));
        break;
      case 'file':
        void this.#open(request.file);
        break;
      case 'save':
        this.#save(request.what);
        break;
      case 'print':
        print();
        break;
      case 'language':
        this.language = this.language === 'zh' ? 'en' : 'zh';
        useLanguage(this.language);
        break;
      case 'theme':
        this.theme = nextTheme(this.theme);
        applyTheme(this.theme);
        break;
      case 'help':
        this.renderRoot.querySelector<StudioKeys>('studio-keys')?.show();
        break;
      case 'reroll':
        this.#act({ type: 'seed', seed: freshSeed() });
        break;
      case 'restart':
        this.#simulation.restart();
        break;
    }
  }

  async #open(file: File): Promise<void> {
    const read = await openFile(file);
    if (read.ok) this.#act({ type: 'open', document: read.document });
    else this.badFile = { name: file.name, issues: read.issues };
  }

  #save(what: 'hall' | 'csv' | 'json'): void {
    const document = this.history.present;
    const { picture } = this.#simulation;
    const name = document.name.replace(/\.json$/i, '');
    if (what === 'hall') download(`${name}.json`, 'application/json', hallFile(document));
    else if (picture && what === 'csv')
      download(`${name}-results.csv`, 'text/csv;charset=utf-8', resultsCsv(picture));
    else if (picture)
      download(`${name}-results.json`, 'application/json', resultsJson(picture, document.shown));
  }

  #hallName({ language }: Words, { scenario, name }: StudioDocument): string {
    return label(scenario.label, language, name);
  }

  #legend({ language, say }: Words, { scenario, shown }: StudioDocument): LegendLabels {
    const base = { letter: 'A', name: say.whatIf.base };
    if (shown === null) return { shown: base };
    const ids = Object.keys(scenario.variants ?? {});
    const name = label(scenario.variants?.[shown]?.label, language, shown);
    return { shown: { letter: letterOf(ids.indexOf(shown)), name }, base };
  }

  /** The settled answer in a sentence. */
  #spoken(words: Words): string {
    const { picture } = this.#simulation;
    if (!picture) return '';
    const [within, left, p90] = answerCards(words, picture, this.#views).map(
      ({ estimate, labels }) => (estimate ? labels.value(estimate.value) : labels.nothing),
    );
    return words.say.status.settled(within ?? '', left ?? '', p90 ?? '');
  }

  #trouble({ say }: Words): TemplateResult | typeof nothing {
    const { trouble } = this.#simulation;
    if (trouble === null) return nothing;
    return html`<div class="trouble" role="alert">
      <p>${say.trouble.stopped}</p>
      <details>
        <summary>${say.trouble.details}</summary>
        <pre>${trouble}</pre>
      </details>
      <button @click=${() => this.#ask({ type: 'restart' })}>${say.trouble.again}</button>
    </div>`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const did = pageKey(event);
    if (!did) return;
    event.preventDefault();
    if (did === 'help' || did === 'reroll') this.#ask({ type: did });
    else if (did === 'undo' || did === 'redo') this.#act({ type: did });
    else this.#act({ type: 'show', variant: this.#neighbour(did === 'next' ? 1 : -1) });
  };

  /** The what-if after or before the one shown, the base being the first. */
  #neighbour(by: 1 | -1): string | null {
    const { scenario, shown }: { scenario: Scenario; shown: string | null } = this.history.present;
    const all = [null, ...Object.keys(scenario.variants ?? {})];
    return all[(all.indexOf(shown) + by + all.length) % all.length] ?? null;
  }
}

/** A short seed that nobody has used: other customers, and a name to come back to them. */
function freshSeed(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `day-${number.toString(36)}`;
}
