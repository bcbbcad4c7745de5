import { issueText, type Scenario } from '@hallsim/scenario';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type Action, type ActionEvent, act } from '../document/act.js';
import { builtInDocument, firstDocument } from '../document/built-in-halls.js';
import { freshSeed } from '../document/fresh-seed.js';
import { type Views, viewsOf } from '../document/hall-view.js';
import { begin, type History } from '../document/history.js';
import { neighbour } from '../document/neighbour.js';
import { type Opened, openFile } from '../document/open-file.js';
import { changesOtherDaysOnly } from '../document/other-days.js';
import {
  askedDay,
  issuesOfPlan,
  MY_PLAN,
  type StudioDocument,
} from '../document/studio-document.js';
import { save } from '../export/save.js';
import { SimulationController } from '../simulation/simulation-controller.js';
import { type Language, startLanguage, useLanguage } from '../words/language.js';
import { WORDS, type Words } from '../words/words.js';
import { answerCards } from './answer-cards.js';
import { duration } from './answer-labels.js';
import { controls } from './controls.js';
import { FileDrop } from './file-drop.js';
import { hallAndDay, hallName, legendFor, shownName } from './hall-names.js';
import { LeaveGuard } from './leave-guard.js';
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

  readonly #drop = new FileDrop(this, (file) => void this.#open(file.name, openFile(file)));
  #reading: Promise<Opened> | null = null;
  #saved: Scenario | null = null;
  #planRuns = true;

  constructor() {
    super();
    new LeaveGuard(this, () => {
      const { scenario, opened } = this.history.present;
      return scenario !== opened && scenario !== this.#saved;
    });
  }

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
    const legend = legendFor(words, document);
    globalThis.document.title = `${hallName(words, document)} · hallsim`;
    return html`<div
      class="page"
      @studio-action=${(event: ActionEvent) => this.#act(event.detail)}
      @studio-page=${(event: PageEvent) => this.#ask(event.detail)}
    >
      <header>
        <studio-bar .history=${this.history} .words=${words} .theme=${this.theme}></studio-bar>
      </header>
      <main>
        <h1 class="hidden">${hallAndDay(words, document)}</h1>
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
          .lines=${simulation.lines}
          .legend=${legend}
          .stale=${stale}
        ></studio-day>
        <studio-answers
          .words=${words}
          .views=${views}
          .picture=${picture}
          .against=${shownName(words, document)}
          .sameDay=${changesOtherDaysOnly(document)}
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
    if (this.history.present.opened !== before.opened) this.#simulation.forgetLines();
    this.#run();
    this.#views = viewsOf(this.history.present);
  }

  #run(): void {
    const document = this.history.present;
    const { scenario, shown, seed, replications } = document;
    const issues = issuesOfPlan(document);
    this.#planRuns = issues.length === 0;
    if (!this.#planRuns) {
      return this.#simulation.refuse(issueText(issues, this.language, MY_PLAN));
    }
    const day = askedDay(document);
    this.#simulation.run({ scenario, variant: shown, day, seed, replications });
  }

  #ask(request: PageRequest): void {
    switch (request.type) {
      case 'built-in':
        void this.#open(request.id, builtInDocument(request.id));
        break;
      case 'file':
        void this.#open(request.file.name, openFile(request.file));
        break;
      case 'save':
        save(request.what, this.history.present, this.#simulation.picture, this.language);
        if (request.what === 'hall') this.#saved = this.history.present.scenario;
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

  /** The hall that was asked for last is opened, whichever arrives first. */
  async #open(name: string, reading: Promise<Opened>): Promise<void> {
    this.#reading = reading;
    const read = await reading;
    if (this.#reading !== reading) return;
    if (read.ok) this.#act({ type: 'open', document: read.document });
    else this.badFile = { name, issues: read.issues };
  }

  /** The settled answer in a sentence. */
  #spoken(words: Words): string {
    const { picture } = this.#simulation;
    if (!picture) return '';
    const [within, left, p90] = answerCards(words, picture, this.#views).map(
      ({ estimate, labels }) => (estimate ? labels.value(estimate.value) : labels.nothing),
    );
    const target = duration(words, picture.base.run.target);
    return words.say.status.settled(target, within ?? '', left ?? '', p90 ?? '');
  }

  #trouble({ say }: Words): TemplateResult | typeof nothing {
    const { trouble } = this.#simulation;
    if (trouble === null) return nothing;
    return html`<div class="trouble" role="alert">
      <p>${this.#planRuns ? say.trouble.stopped : say.trouble.plan}</p>
      <details ?open=${!this.#planRuns}>
        <summary>${say.trouble.details}</summary>
        <pre>${trouble}</pre>
      </details>
      ${
        this.#planRuns
          ? html`<button @click=${() => this.#ask({ type: 'restart' })}>${say.trouble.again}</button>`
          : nothing
      }
    </div>`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const did = pageKey(event);
    if (!did) return;
    event.preventDefault();
    if (did === 'help' || did === 'reroll') this.#ask({ type: did });
    else if (did === 'undo' || did === 'redo') this.#act({ type: did });
    else
      this.#act({
        type: 'show',
        variant: neighbour(this.history.present, did === 'next' ? 1 : -1),
      });
  };
}
