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
    display: grid;
    grid-template-columns: minmax(0, 1fr) fit-content(45%);
    align-items: center;
    border-bottom: 1px solid var(--line);
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
  /* Its button stands beside the title, and below it where the words would have to break. */
  .step.open {
    display: flex;
    flex-wrap: wrap;
    margin: 8px 0;
    border: 2px solid var(--sign, var(--accent));
    border-radius: 4px;
    background: var(--panel);
  }
  .step.open > h3 {
    flex: 1 0 auto;
    max-width: 100%;
  }
  .step.open > .fields {
    flex: 1 0 100%;
  }
  .step > .quiet {
    font-size: 0.9em;
  }
  .step.open > .quiet {
    margin: 0 8px;
  }
  @container (max-width: 26em) {
    .step.open:has(> .quiet) .head {
      display: flex;
      min-height: 48px;
      padding-right: 0;
    }
    .step.open:has(> .quiet) .state {
      display: none;
    }
  }
  @container (min-width: 26em) {
    .foot > .next {
      margin-left: auto;
    }
  }
  @container (max-width: 35.5em) {
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
  /* Rows that unfold within a step. */
  .folds summary {
    min-height: 44px;
    cursor: pointer;
    list-style: '';
  }
  .folds summary::-webkit-details-marker {
    display: none;
  }
  .step button.head .name,
  .folds h4 {
    padding-right: 24px;
  }
  /* It takes no room in its line, so that it never stands alone in the next. */
  .step button.head .name::after,
  .folds h4::after {
    display: inline-block;
    margin: 0 -24px 3px 12px;
    ${arrowDown}
  }
  .step.open button.head .name::after,
  .folds[open] h4::after {
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
  /* Who reads it, and the button that leads on, in one line where both have room. */
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
  }
  .foot:not(:has(*)) {
    display: none;
  }
  .foot > .reader {
    flex: 1 1 13rem;
  }
  /* Filled: what is asked next in the exercise comes before the next page. */
  .foot > .next {
    flex: none;
    max-width: 100%;
    border-color: var(--accent);
    background: var(--accent);
    color: var(--paper);
  }
  /* Moodle's frame, and low windows: a step is to fit between header and footer. */
  @media screen and (max-height: 700px) {
    .step.open .head {
      min-height: 48px;
    }
    .step.open .inside {
      --below-question: 4px;
      gap: 12px;
      padding: 0 16px 12px;
    }
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
    .foot,
    .step button.head .name::after,
    .folds h4::after,
    .step .line {
      display: none;
    }
    .fields[hidden].fields[hidden] {
      display: block;
      content-visibility: visible;
    }
  }
`;
