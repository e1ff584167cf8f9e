import { css } from 'lit';

/** The programmes' links, how often each class was touched, and the line of a folded entry. */
export const trainingStyles = css`
  .taken {
    display: flex;
    flex-direction: column;
    gap: 16px;
  }
  .programmes {
    display: flex;
    flex-wrap: wrap;
    gap: 0 24px;
    margin: 8px 0 0;
    padding: 0;
    list-style: '';
  }
  .programmes a {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
  }
  .rule {
    max-width: var(--measure, 66ch);
    margin: 4px 0 8px;
  }
  .tally {
    display: grid;
    gap: 8px;
    margin: 16px 0;
    padding: 0;
    list-style: '';
  }
  .tally li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 12px;
    align-items: center;
  }
  .sign {
    display: inline-grid;
    flex: none;
    width: 2.25em;
    height: 2.25em;
    border: 2px dashed var(--control);
    border-radius: 50%;
    color: var(--ink-soft);
    font-weight: 700;
    line-height: 1;
    place-items: center;
  }
  /* As everywhere: an outline in the class's colour where it is begun, filled where it is earned. */
  .sign.touched {
    border: 2px solid var(--sign, var(--accent));
    color: var(--sign, var(--accent));
  }
  .sign.earned {
    background: var(--sign, var(--accent));
    color: var(--paper);
  }
  .line .sign {
    width: 2.15em;
    height: 2.15em;
    font-size: 0.8em;
  }
  .tally small {
    display: block;
    color: var(--ink-soft);
    font-size: 0.9em;
  }
  .signs {
    display: inline-flex;
    gap: 4px;
    margin: 0 4px;
    vertical-align: middle;
  }
  .steps aspa-choice-field::part(options) {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
  }
  .log {
    margin-top: 32px;
  }
  .log .hint {
    margin-bottom: 0;
  }
  .add {
    margin: 16px 0 32px;
  }
  .steps > .undo {
    margin: 8px 0;
  }
`;
