import { css } from 'lit';

/** Of the page in the course's place. */
export const insteadOfCourseStyles = css`
  article {
    max-width: 36rem;
    margin: 0 auto;
    /* None at the sides of a telephone's page, which has margins of its own. */
    padding: max(48px, 14vh) clamp(0px, 50vw - 320px, 24px) 48px;
  }
  h1 {
    margin: 0 0 20px;
    font-size: clamp(1.5rem, 1.2rem + 1.6vw, 1.953rem);
  }
  .buttons {
    margin: 28px 0 0;
  }
  .sites {
    margin: 20px 0;
    padding: 0;
    list-style: none;
  }
  .sites li {
    padding: 12px 16px;
    background: var(--panel);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .sites li + li {
    margin-top: 8px;
  }
  details {
    margin: 32px 0 0;
    color: var(--ink-soft);
    font-size: 0.889rem;
    overflow-wrap: anywhere;
  }
  summary {
    cursor: pointer;
  }
  .opening {
    animation: show 0s linear 700ms both;
  }
  @keyframes show {
    from {
      opacity: 0;
    }
  }
`;
