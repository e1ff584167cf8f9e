import { css } from 'lit';

/** How a chapter's own text looks: one column on the road's right side; the panels of the new direction may grow wider. */
export const chapterStyles = css`
  main,
  .page {
    display: block;
  }
  .road {
    position: absolute;
    top: 0;
    bottom: 0;
    left: 0;
    width: 4px;
    /* Dashes of a whole number on every leg, so that none is cut where two legs meet. */
    background: linear-gradient(to bottom, transparent 25%, var(--control) 25% 75%, transparent 75%) top / 4px 24px no-repeat round;
  }
  .travelled > .road {
    background: var(--sign);
  }
  .leg {
    position: relative;
    padding-left: 48px;
  }
  .leg:last-child {
    padding-bottom: 72px;
  }
  .head {
    padding-top: 40px;
    padding-bottom: 32px;
  }
  .head.signed .road {
    top: -14px;
  }
  .head.plain .road {
    top: 52px;
  }
  h1 {
    max-width: 24ch;
  }
  h1:focus {
    outline: none;
  }
  h1 .rest {
    display: block;
    margin-top: 6px;
    font-size: 0.7em;
    line-height: 1.3;
  }
  .step h1 .rest {
    display: none;
  }
  .lead {
    max-width: 44ch;
    margin: 16px 0 0;
    color: var(--ink-soft);
    font-size: 1.25rem;
    line-height: 1.45;
  }
  .milestone {
    position: absolute;
    top: 24px;
    left: -12px;
    width: 28px;
    height: 28px;
    background: var(--paper);
    border-radius: 50%;
  }
  .milestone.signs {
    left: -18px;
    width: 40px;
    height: auto;
    border-radius: 0;
  }
  .signs .sign {
    display: block;
    width: 40px;
    height: 40px;
    margin-bottom: 4px;
  }
  @media (prefers-reduced-motion: no-preference) {
    .signs .sign {
      animation: arrive 200ms cubic-bezier(0.2, 0, 0, 1);
    }
    @keyframes arrive {
      from {
        transform: translateY(-24px);
      }
    }
  }
  .leg[hidden] {
    padding: 0;
  }
  .narrow {
    max-width: 38rem;
  }
  .line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 16px;
    align-items: center;
    max-width: 38rem;
    min-height: 76px;
    margin: 0;
    padding: 16px 0;
  }
  .line a {
    padding: 8px 0;
    font-weight: 600;
    font-size: 1.125rem;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .line .state {
    color: var(--ink-soft);
    font-size: 0.9375rem;
  }
  .head.step h1 {
    max-width: none;
    font-size: 1.25rem;
  }
  .head.step {
    padding-bottom: 8px;
  }
  .back {
    margin: 4px 0 0;
  }
  .prose > * {
    max-width: var(--measure);
  }
  .stop + .leg > .prose {
    padding-top: 24px;
  }
  .prose h2 {
    margin: 48px 0 12px;
  }
  .prose h3 {
    margin: 32px 0 8px;
  }
  .prose > :first-child {
    margin-top: 0;
  }
  .prose ul,
  .prose ol {
    margin: 0 0 16px;
    padding-left: 24px;
  }
  .prose li {
    padding: 2px 0;
  }
  .prose li::marker {
    color: var(--sign);
  }
  .prose img {
    max-width: 100%;
    height: auto;
  }
  .prose table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  .prose th,
  .prose td {
    padding: 8px 12px 8px 0;
    border-bottom: 1px solid var(--line);
    text-align: left;
    vertical-align: top;
  }
  .prose {
    padding-bottom: 32px;
  }
  .voice {
    position: relative;
    margin: 24px 0;
    padding: 4px 0 4px 24px;
    border-left: 4px solid var(--sign);
  }
  .voice p {
    margin: 0 0 8px;
  }
  .voice .more {
    margin: -8px 0 4px -9px;
    padding-inline: 8px;
  }
  .rest[hidden]:not([hidden='until-found']) {
    display: none;
  }
  .voice figcaption {
    color: var(--ink-soft);
    font-size: 0.889rem;
    line-height: 1.4;
  }
  .note {
    margin: 32px 0;
    padding: 16px 20px;
    background: var(--panel);
  }
  .note > :last-child,
  .panel > :last-child {
    margin-bottom: 0;
  }
  .prose > .panels {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    gap: 12px;
    max-width: none;
    margin: 24px 0 32px;
  }
  /* All of one colour: blue is what is pressed, and a class's colour is that of its part of the course. */
  .panel {
    grid-column: span 6;
    padding: 24px;
    border-top: 4px solid var(--ink);
    background: var(--panel);
  }
  .panel > :is(h2, h3) {
    margin: 0 0 12px;
    font-size: 1.25rem;
  }
  @media (max-width: 50em) {
    .panel > :is(h2, h3) {
      hyphens: manual;
    }
  }
  .panel li::marker {
    color: currentcolor;
  }
  :is(.panel-see, .panel-goal) > :is(h2, h3) {
    font-size: clamp(1.45rem, 1.2rem + 1.4vw, 1.953rem);
    line-height: 1.2;
  }
  .panel-wish ul {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 10rem), 1fr));
    gap: 0 24px;
  }
  .panel-see,
  .panel-goal {
    padding: 40px 24px;
  }
  .panel-goal {
    background: var(--ink);
    color: var(--paper);
  }
  .panel-goal a {
    color: inherit;
  }
  @media (min-width: 35em) {
    .panel-see,
    .panel-goal {
      padding: 48px 40px;
    }
    .panel-talk,
    .panel-attitude,
    .panel-promise,
    .panel-tools {
      grid-column: span 3;
    }
  }
  /* A bright plate would dazzle in the dark. */
  @media (prefers-color-scheme: dark) {
    .panel-goal {
      border: 3px solid var(--ink);
      background: var(--panel);
      color: var(--ink);
    }
  }
  .stop {
    scroll-margin-top: 64px;
  }
  .resumed {
    max-width: var(--measure);
    margin: 0 0 16px;
    padding: 12px 16px;
    background: var(--panel);
  }
  @media (max-width: 40em) {
    .leg {
      padding-left: 28px;
    }
    .leg:last-child {
      padding-bottom: 40px;
    }
    .leg.tomorrow {
      padding-bottom: 0;
    }
    aspa-tomorrow-question {
      padding-bottom: 24px;
    }
    .line {
      min-height: 60px;
      padding: 8px 0;
    }
    .tomorrow .line {
      min-height: 44px;
      padding: 0;
    }
    .head {
      padding-top: 24px;
      padding-bottom: 24px;
    }
    .head.plain .road {
      top: 32px;
    }
    .head.step {
      padding-top: 12px;
    }
    .head.step .road {
      top: 20px;
    }
    .milestone {
      top: 18px;
      left: -10px;
      width: 24px;
      height: 24px;
    }
    .voice {
      padding-left: 16px;
    }
  }
  @media print {
    .step h1 .rest {
      display: block;
    }
    .road,
    .milestone,
    .resumed,
    .line,
    .back,
    .more {
      display: none;
    }
    [hidden][hidden] {
      display: block !important;
      content-visibility: visible;
    }
    .leg {
      padding-left: 0;
    }
    .panel {
      border: 1px solid var(--line);
      background: none;
      color: var(--ink);
      break-inside: avoid;
    }
  }
`;
