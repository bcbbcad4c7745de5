import { css } from 'lit';

export const barStyles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 20px;
    align-items: center;
    padding: 10px 20px;
    border-bottom: 1px solid var(--rule);
    background: var(--surface);
  }
  .brand {
    display: flex;
    gap: 9px;
    align-items: center;
    font-size: 1.0625rem;
    font-weight: 700;
    letter-spacing: -0.01em;
  }
  .brand svg {
    width: 24px;
    height: 24px;
    color: var(--base);
  }
  .choice,
  .field {
    display: flex;
    gap: 8px;
    align-items: center;
    font-size: 0.875rem;
    min-width: 0;
  }
  select {
    max-width: 100%;
    min-width: 0;
    font-weight: 600;
  }
  fieldset {
    display: flex;
    margin: 0;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: 8px;
    overflow: hidden;
    min-width: 0;
  }
  .choice {
    position: relative;
    gap: 0;
  }
  .choice span {
    display: flex;
    align-items: center;
    min-height: 32px;
    padding: 2px 12px;
    font-size: 0.875rem;
    cursor: pointer;
  }
  .choice + .choice {
    border-left: 1px solid var(--line);
  }
  .choice input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .choice input:checked + span {
    background: var(--ink);
    color: var(--surface);
    font-weight: 600;
  }
  .choice input:focus-visible + span {
    outline: 2px solid var(--focus);
    outline-offset: -4px;
  }
  .group {
    display: flex;
    gap: 2px;
    align-items: center;
  }
  .end {
    margin-left: auto;
  }
  .language {
    border-color: transparent;
    background: none;
  }
  @media (max-width: 760px) {
    :host {
      padding: 8px 12px;
      gap: 8px 12px;
    }
    .hall {
      flex: 1 1 100%;
      order: 1;
    }
    .hall select {
      flex: 1;
    }
    .day {
      order: 2;
      flex: 1 1 auto;
    }
    .day fieldset {
      flex: 1;
    }
    .choice {
      flex: 1;
    }
    .choice span {
      min-height: 42px;
      justify-content: center;
      width: 100%;
      text-align: center;
      line-height: 1.25;
    }
    .edits {
      order: 3;
    }
    .word {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @media (forced-colors: active) {
    .choice input:checked + span {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
