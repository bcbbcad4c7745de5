import { css } from 'lit';

/** Plain controls and panels, the same in every view. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p {
    margin: 0;
  }
  h2 {
    font-size: 0.8125rem;
    font-weight: 600;
    letter-spacing: 0.01em;
    color: var(--muted);
  }
  button,
  select,
  input {
    font: inherit;
    color: inherit;
  }
  button,
  select,
  input[type='text'],
  input[type='number'] {
    min-height: 34px;
    padding: 4px 10px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
    font-size: 0.875rem;
  }
  button {
    cursor: pointer;
  }
  button:hover:not(:disabled) {
    background: var(--raised);
  }
  button:disabled {
    opacity: 0.4;
    cursor: default;
  }
  button.icon {
    display: inline-grid;
    place-items: center;
    width: 34px;
    padding: 0;
    border-color: transparent;
    background: none;
  }
  button.icon:hover:not(:disabled) {
    background: var(--raised);
  }
  button.icon svg {
    width: 20px;
    height: 20px;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .muted {
    color: var(--muted);
    font-size: 0.8125rem;
    line-height: 1.5;
  }
  .panel {
    padding: 16px 18px;
    border: 1px solid var(--rule);
    border-radius: 12px;
    background: var(--surface);
  }
  @media (max-width: 760px), (pointer: coarse) {
    button,
    select,
    input[type='text'],
    input[type='number'] {
      min-height: 44px;
    }
    button.icon {
      width: 44px;
    }
  }
  @media print {
    .panel {
      border: 0;
      padding: 0;
      break-inside: avoid;
    }
  }
`;
