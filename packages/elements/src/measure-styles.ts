import { type CSSResult, css } from 'lit';

export const measureStyles: CSSResult = css`
  :host {
    --ink: var(--hall-ink, light-dark(#16202b, #e8edf2));
    --muted: var(--hall-muted, light-dark(#55616e, #a3afbb));
    --rule: var(--hall-rule, light-dark(#e3e7ec, #2c3641));
    --base: var(--hall-base, light-dark(#0072b2, #56b4e9));
    --shown: var(--hall-shown, light-dark(#d55e00, #f0a22e));
    --good: var(--hall-good, light-dark(#00694e, #4fd1a5));
    --bad: var(--hall-bad, light-dark(#a63c00, #ff9d66));
    display: block;
    color: var(--ink);
    font-variant-numeric: tabular-nums;
  }
  :host([hidden]) {
    display: none;
  }
  dl,
  dd {
    margin: 0;
  }
  dt {
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .value {
    display: inline-block;
    margin-right: 10px;
    font-size: 1.75rem;
    font-weight: 600;
    line-height: 1.25;
    letter-spacing: -0.01em;
    white-space: nowrap;
  }
  .interval {
    display: inline-block;
    color: var(--muted);
    font-size: 0.8125rem;
    white-space: nowrap;
  }
  .sentence {
    color: var(--muted);
    font-size: 0.8125rem;
    line-height: 1.5;
  }
  .none {
    padding: 6px 0;
    color: var(--muted);
    font-size: 0.875rem;
  }
  .ruler {
    display: flex;
    gap: 10px;
    align-items: center;
    margin: 2px 0 4px;
    color: var(--muted);
    font-size: 0.6875rem;
    white-space: nowrap;
  }
  .scale {
    --colour: var(--base);
    position: relative;
    flex: 1;
    height: 6px;
    border-radius: 3px;
    background: var(--rule);
    forced-color-adjust: none;
  }
  .scale[data-compared] {
    --colour: var(--shown);
  }
  .scale i {
    position: absolute;
    top: 0;
  }
  .range {
    height: 6px;
    border-radius: 3px;
    background: var(--colour);
    opacity: 0.45;
  }
  .dot {
    top: -2px !important;
    width: 10px;
    height: 10px;
    margin-left: -5px;
    border-radius: 50%;
    background: var(--colour);
  }
  .base {
    top: -3px !important;
    height: 12px;
    margin-left: -1px;
    border-left: 2px solid var(--base);
  }
  .target {
    top: -5px !important;
    height: 16px;
    margin-left: -1px;
    border-left: 2px solid var(--ink);
  }
  .change {
    display: flex;
    gap: 8px;
    margin-top: 8px;
    font-size: 0.8125rem;
    line-height: 1.45;
  }
  .change b {
    font-weight: 600;
  }
  .sign {
    flex: none;
    width: 1.4em;
    height: 1.4em;
    border: 1px solid currentColor;
    border-radius: 50%;
    text-align: center;
    line-height: 1.35;
    font-size: 0.75rem;
    font-weight: 700;
  }
  [data-verdict='better'] {
    color: var(--good);
  }
  [data-verdict='worse'] {
    color: var(--bad);
  }
  [data-verdict='uncertain'],
  [data-verdict='same'] {
    color: var(--muted);
  }
  @media (forced-colors: active) {
    .scale {
      background: GrayText;
    }
    .range,
    .dot {
      background: Highlight;
    }
    .base,
    .target {
      border-color: CanvasText;
    }
  }
`;
