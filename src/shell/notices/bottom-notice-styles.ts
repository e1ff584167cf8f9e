import { css } from 'lit';

/** A notice of one line above the footer, where she looks, with a button that puts it away. */
export const bottomNoticeStyles = css`
  section {
    display: flex;
    gap: 8px 16px;
    align-items: center;
    padding: 8px 16px;
    border-top: 4px solid var(--accent);
    background: var(--tint-a);
  }
  p {
    flex: 1;
    min-width: 0;
    margin: 0;
    line-height: 1.4;
  }
  .close {
    flex: none;
    width: 44px;
    padding: 0;
    border-color: transparent;
    background: none;
    color: var(--ink);
  }
  .close svg {
    width: 20px;
    height: 20px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
  }
  @media (min-width: 700px) {
    section {
      padding: 8px 32px;
    }
  }
  @media print {
    section {
      display: none;
    }
  }
`;
