import { type CSSResult, css } from 'lit';

/**
 * Looks shared by the charts. A page themes them with the custom properties `--hall-ink`,
 * `--hall-muted`, `--hall-rule`, `--hall-surface`, `--hall-base`, `--hall-shown`,
 * `--hall-neutral` and `--hall-focus`; the defaults follow `color-scheme`.
 */
export const chartStyles: CSSResult = css`
  :host {
    --ink: var(--hall-ink, light-dark(#16202b, #e8edf2));
    --muted: var(--hall-muted, light-dark(#55616e, #a3afbb));
    --rule: var(--hall-rule, light-dark(#e3e7ec, #2c3641));
    --surface: var(--hall-surface, light-dark(#ffffff, #161d25));
    --base: var(--hall-base, light-dark(#0072b2, #56b4e9));
    --shown: var(--hall-shown, light-dark(#d55e00, #f0a22e));
    --neutral: var(--hall-neutral, light-dark(#7d8b99, #8794a1));
    --focus: var(--hall-focus, light-dark(#0b57d0, #a8c7fa));
    display: block;
    min-width: 0;
    container-type: inline-size;
    color: var(--ink);
    font-variant-numeric: tabular-nums;
  }
  :host([hidden]) {
    display: none;
  }
  figure {
    margin: 0;
  }
  figcaption {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 2px 16px;
    align-items: start;
  }
  .title,
  .tools {
    min-height: 28px;
  }
  .title {
    display: flex;
    align-items: center;
  }
  slot {
    display: block;
  }
  .title {
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .finding {
    grid-column: 1 / -1;
    margin: 0;
    min-height: 1.5em;
    color: var(--muted);
    font-size: 0.8125rem;
    line-height: 1.5;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    justify-content: end;
    align-items: center;
    font-size: 0.75rem;
    color: var(--muted);
  }
  .key {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .key svg {
    width: 22px;
    height: 10px;
    flex: none;
  }
  .key .name {
    overflow: hidden;
    max-width: 11em;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .key b {
    color: var(--ink);
  }
  button {
    min-height: 24px;
    padding: 2px 6px;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--muted);
    font: inherit;
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  button:hover {
    color: var(--ink);
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
    border-radius: 4px;
  }
  .plot {
    overflow: hidden;
    margin-top: 6px;
  }
  .plot:has(:focus-visible) {
    overflow: visible;
  }
  .plot svg {
    display: block;
    touch-action: pan-y;
  }
  .axis text {
    fill: var(--muted);
    font-size: 0.6875rem;
  }
  .level {
    stroke: var(--rule);
  }
  .ground {
    stroke: var(--neutral);
  }
  .crosshair {
    fill: var(--ink);
    fill-opacity: 0.07;
    pointer-events: none;
  }
  .table {
    /* a day of 24 half hours stands here whole; the foot of a longer one fades */
    max-height: 44rem;
    margin-top: 8px;
    overflow: auto;
    background:
      linear-gradient(transparent, var(--surface) 70%) bottom / 100% 28px no-repeat local,
      linear-gradient(transparent, var(--rule)) bottom / 100% 14px no-repeat scroll;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.8125rem;
  }
  caption {
    padding: 4px 0;
    color: var(--muted);
    text-align: start;
  }
  th,
  td {
    padding: 4px 8px;
    border-bottom: 1px solid var(--rule);
    text-align: end;
    font-weight: 400;
    white-space: nowrap;
  }
  thead th {
    position: sticky;
    top: 0;
    background: var(--surface);
    font-weight: 600;
  }
  th:first-child {
    text-align: start;
  }
  @container (max-width: 560px) {
    figcaption {
      display: flex;
      flex-wrap: wrap;
    }
    .tools {
      margin-left: auto;
    }
    .tools button {
      min-width: 44px;
      min-height: 44px;
    }
    .finding {
      min-height: 3em;
    }
    table {
      font-size: 0.75rem;
    }
    th,
    td {
      padding: 4px 2px;
    }
    thead th {
      white-space: normal;
    }
  }
  @media (forced-colors: active) {
    :host {
      --ink: CanvasText;
      --muted: CanvasText;
      --rule: GrayText;
      --surface: Canvas;
      --base: LinkText;
      --shown: Highlight;
      --neutral: GrayText;
      --focus: Highlight;
    }
  }
  @media print {
    button {
      display: none;
    }
    .table {
      max-height: none;
    }
  }
`;
