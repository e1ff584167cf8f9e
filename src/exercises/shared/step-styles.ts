import { css } from 'lit';
import { arrowDown, arrowUp } from '../../fields/shared/unfolding.ts';

/** Steps as rows: folded to a line with the state at its right, the open one in a border of the class's colour. */
export const stepStyles = css`
  .steps {
    display: flex;
    flex-direction: column;
    margin: 0;
    padding: 0;
    list-style: '';
  }
  .all-steps {
    align-self: flex-end;
    margin: -16px 0 -24px;
  }
  .step {
    border-bottom: 1px solid var(--line);
  }
  .step.open {
    margin: 8px 0;
    border: 2px solid var(--sign, var(--accent));
    border-radius: 4px;
    background: var(--panel);
  }
  .step {
    display: grid;
    grid-template-columns: minmax(0, 1fr) fit-content(45%);
    align-items: center;
  }
  .step > h3 {
    margin: 0;
    font-size: 1em;
  }
  .step > h3:nth-last-child(2),
  .step > .fields {
    grid-column: 1 / -1;
    min-width: 0;
  }
  .step.open > .quiet {
    margin-right: 8px;
  }
  /* The title of the open step has the whole line of a telephone, so that its words need not break. */
  @container (max-width: 35.5em) {
    .step.open > h3,
    .step.open > .quiet {
      grid-column: 1 / -1;
    }
    .step.open > .quiet {
      justify-self: start;
      margin: -8px 8px 8px;
    }
    .step:has(> .quiet):not(.open) .head {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .step .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) fit-content(45%);
    gap: 4px 16px;
    align-items: center;
    width: 100%;
    min-height: 60px;
    padding: 8px 0;
    border: 0;
    background: none;
    color: var(--ink);
    font-size: 1.125rem;
    line-height: 1.3;
    text-align: left;
  }
  .step.open .head {
    padding: 8px 16px;
    font-size: 1.25rem;
    outline-offset: -4px;
  }
  .step .head .name {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .step button.head .name {
    padding-right: 24px;
  }
  /* It takes no room in its line, so that it never stands alone in the next. */
  .step button.head .name::after {
    display: inline-block;
    margin: 0 -24px 3px 12px;
    ${arrowDown}
  }
  .step.open button.head .name::after {
    margin-bottom: -1px;
    ${arrowUp}
  }
  .step .state,
  .step .line {
    color: var(--ink-soft);
    font-weight: 400;
    font-size: 0.9375rem;
  }
  .step .state.ok {
    color: var(--ok);
    font-weight: 600;
  }
  .step .line {
    display: -webkit-box;
    grid-column: 1 / -1;
    min-width: 0;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 1;
    overflow-wrap: anywhere;
  }
  .fields[hidden]:not([hidden='until-found']) {
    display: none;
  }
  .inside {
    display: flex;
    flex-direction: column;
    gap: 16px;
    padding: 0 0 16px;
  }
  .step.open .inside {
    padding: 4px 16px 16px;
  }
  .inside > .reader {
    margin-top: -8px;
  }
  /* Filled: what is asked next in the exercise comes before the next page. */
  .inside > .next {
    align-self: flex-start;
    border-color: var(--accent);
    background: var(--accent);
    color: var(--paper);
  }
  /* Large letters on a telephone: there is no room beside the title. */
  @container (max-width: 16em) {
    .step,
    .step .head {
      grid-template-columns: minmax(0, 1fr);
    }
    .step > .quiet {
      justify-self: start;
      margin-left: 8px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .step.unfolds > .fields {
      animation: unfold 150ms;
    }
    @keyframes unfold {
      from {
        opacity: 0;
      }
    }
  }
  @media print {
    .step,
    .step.open {
      margin: 8px 0;
      border: 0;
      border-bottom: 1px solid var(--line);
      background: none;
    }
    .step .head {
      display: grid;
    }
    .step button.head .name::after,
    .step .line {
      display: none;
    }
    .fields[hidden].fields[hidden] {
      display: block;
      content-visibility: visible;
    }
  }
`;
