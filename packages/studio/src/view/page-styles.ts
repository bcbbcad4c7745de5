import { css } from 'lit';

/** Wide: what is put in at the left, the day in the middle, the answer at the right. Narrower: what is put in and the answer at the right. Narrow: one column, the answer first. */
export const pageStyles = css`
  :host {
    display: block;
  }
  .page {
    display: flex;
    flex-direction: column;
    min-height: 100dvh;
  }
  header {
    position: sticky;
    top: 0;
    z-index: 2;
  }
  footer {
    position: sticky;
    bottom: 0;
    z-index: 1;
    margin-top: auto;
  }
  main {
    display: grid;
    grid-template-columns: 17rem minmax(0, 1fr) 19.5rem;
    grid-template-areas:
      'trouble trouble trouble'
      'what-if day answers'
      'rest day answers';
    grid-template-rows: auto auto 1fr;
    gap: 12px;
    width: 100%;
    max-width: 108rem;
    margin: 0 auto;
    padding: 14px 20px 20px;
  }
  .what-if {
    grid-area: what-if;
  }
  .rest {
    grid-area: rest;
    display: grid;
    gap: 12px;
    align-content: start;
    min-width: 0;
  }
  studio-day {
    grid-area: day;
    align-content: start;
  }
  studio-answers {
    grid-area: answers;
  }
  .trouble {
    grid-area: trouble;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 20px;
    align-items: center;
    padding: 12px 18px;
    border: 1px solid var(--danger);
    border-radius: 12px;
    background: var(--surface);
  }
  .trouble details {
    flex: 1;
    font-size: 0.8125rem;
  }
  .trouble pre {
    margin: 6px 0 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .drop {
    position: fixed;
    inset: 12px;
    z-index: 3;
    display: grid;
    place-items: center;
    border: 3px dashed var(--focus);
    border-radius: 16px;
    background: color-mix(in srgb, var(--surface) 88%, transparent);
    font-size: 1.25rem;
    font-weight: 600;
    pointer-events: none;
  }
  /* the answer stays beside the day as long as there is room for two columns */
  @media (max-width: 1180px) {
    main {
      grid-template-columns: minmax(0, 1fr) 18rem;
      grid-template-areas:
        'trouble trouble'
        'day what-if'
        'day answers'
        'day rest';
      grid-template-rows: auto auto auto 1fr;
    }
  }
  @media (max-width: 760px) {
    header {
      position: static;
    }
    main {
      grid-template-columns: minmax(0, 1fr);
      grid-template-areas: 'trouble' 'what-if' 'answers' 'day' 'rest';
      grid-template-rows: none;
      padding: 10px 10px 16px;
    }
  }
  @media print {
    .page {
      min-height: 0;
    }
    /* what sticks to the screen would lie on the charts of the paper */
    header,
    footer {
      position: static;
    }
    main {
      grid-template-columns: minmax(0, 1fr);
      grid-template-areas: 'name' 'what-if' 'answers' 'day' 'rest';
      grid-template-rows: none;
      padding: 0;
    }
    h1.hidden {
      position: static;
      grid-area: name;
      width: auto;
      height: auto;
      clip-path: none;
      font-size: 1.5rem;
    }
  }
`;
