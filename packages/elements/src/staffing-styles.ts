import { type CSSResult, css } from 'lit';

export const staffingStyles: CSSResult = css`
  .steps {
    --colour: var(--base);
    user-select: none;
  }
  .steps[data-compared] {
    --colour: var(--shown);
  }
  .slot {
    cursor: ns-resize;
    outline: none;
  }
  .slot:focus-visible {
    outline: none;
  }
  .slot .hit {
    fill: transparent; /* fill: none would take no pointer events */
    stroke: none;
  }
  .slot:focus-visible .hit {
    stroke: var(--focus);
    stroke-width: 2;
  }
  .fill {
    fill: var(--colour);
    fill-opacity: 0.16;
    pointer-events: none;
  }
  .slot:hover .fill,
  .slot:focus-visible .fill {
    fill-opacity: 0.3;
  }
  .top {
    fill: none;
    stroke: var(--colour);
    stroke-width: 3;
    pointer-events: none;
  }
  .outline {
    fill: none;
    stroke: var(--base);
    stroke-width: 2;
    stroke-dasharray: 6 4;
    pointer-events: none;
  }
  .count {
    fill: var(--ink);
    font-size: 0.75rem;
    font-weight: 600;
    pointer-events: none;
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 3px;
    stroke-linejoin: round;
    stroke-opacity: 0.75;
  }
  .stepper {
    display: none;
    grid-template-columns: repeat(2, 44px) 1fr repeat(2, 44px);
    gap: 6px;
    align-items: center;
    margin-top: 8px;
  }
  .stepper output {
    text-align: center;
    font-size: 0.8125rem;
    line-height: 1.4;
  }
  .stepper button {
    min-width: 44px;
    min-height: 44px;
    border: 1px solid var(--neutral);
    border-radius: 8px;
    color: var(--ink);
    font-size: 1.125rem;
    text-decoration: none;
  }
  .stepper button:disabled {
    opacity: 0.45;
    cursor: default;
  }
  /* Chinese sentences follow each other without a space */
  .hint:lang(zh) {
    margin-inline-start: -0.25em;
  }
  /* where the buttons stand, they say themselves how steps are moved */
  @container (max-width: 560px) {
    .stepper {
      display: grid;
    }
    .hint {
      display: none;
    }
  }
  @media (pointer: coarse) {
    .stepper {
      display: grid;
    }
    .hint {
      display: none;
    }
  }
  @media print {
    .stepper,
    .hint {
      display: none;
    }
  }
`;
