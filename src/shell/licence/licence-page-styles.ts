import { css } from 'lit';

/**
 * The licence lies on its road, which goes on beyond it. `--u` is a tenth of a millimetre of the card: its road is 62 of them thick and 58 above
 * its lower edge, as on the cover.
 */
export const licencePageStyles = css`
  .scene {
    --card: min(26rem, 100cqi);
    --u: calc(var(--card) / 856);
    --left: calc((100% - var(--card)) / 2);
    position: relative;
    height: calc(540 * var(--u) + 28px);
    margin: 0 calc(-1 * var(--page-right, 0px)) 0 calc(-1 * var(--page-left, 0px));
    overflow: hidden;
  }
  .land {
    position: absolute;
    bottom: calc(58 * var(--u) - 44px);
    left: calc(var(--left) + var(--card) - 960px);
  }
  .scene::after {
    position: absolute;
    inset: auto 0 0;
    height: 12px;
    background: var(--verge);
    content: '';
  }
  .band {
    position: absolute;
    bottom: calc(58 * var(--u) + 12px);
    left: 0;
    width: 100%;
    height: calc(62 * var(--u));
  }
  .band line {
    stroke: var(--paint);
    stroke-width: calc(4 * var(--u));
    stroke-dasharray: calc(20 * var(--u)) calc(18 * var(--u));
    opacity: 0.55;
  }
  .bus {
    position: absolute;
    bottom: calc(58 * var(--u) + 20px);
    left: calc(var(--left) + var(--card) + 200px);
    width: 150px;
  }
  aspa-licence-card {
    position: absolute;
    z-index: 1;
    bottom: 12px;
    left: var(--left);
    width: var(--card);
  }
  @container (min-width: 50rem) {
    .scene {
      --card: 28rem;
      --left: var(--page-left, 0px);
    }
  }
  article {
    padding: 0 0 72px;
  }
  h1 {
    margin: 32px 0 0;
  }
  .lead {
    max-width: 44ch;
    margin: 8px 0 0;
    line-height: 1.5;
  }
  .buttons {
    gap: 8px 16px;
    margin: 20px 0 0;
  }
  .buttons .primary {
    min-height: 56px;
    padding: 8px 24px;
    border-radius: 8px;
    font-weight: 700;
    overflow-wrap: anywhere;
  }
  .buttons .quiet {
    padding: 8px 0;
    border-width: 1px 0;
  }
  .buttons a:not(.button) {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
  }
  h2 {
    margin: 40px 0 8px;
    font-size: 1.25rem;
  }
  ul {
    max-width: 40rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: 44px minmax(0, 1fr);
    gap: 4px 16px;
    align-items: center;
    padding: 12px 0;
    border-top: 1px solid var(--line);
  }
  li:first-child {
    border-top: 0;
  }
  li .sign {
    width: 44px;
    height: 44px;
  }
  .title {
    display: inline-block;
    max-width: 100%;
    min-height: 28px;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .state {
    display: block;
    color: var(--ink-soft);
    font-size: 0.833rem;
    font-variant-numeric: tabular-nums;
  }
  .ready {
    max-width: 40rem;
    margin: 24px 0 0;
    padding: 24px;
    border-left: 6px solid var(--ok);
    background: var(--panel);
  }
  .ready h2 {
    margin: 0 0 8px;
  }
  @media print {
    .land,
    .band,
    .bus,
    .scene::after,
    .lead,
    .buttons,
    .ready {
      display: none;
    }
    .scene {
      height: auto;
      margin: 0;
    }
    aspa-licence-card {
      position: static;
    }
    li {
      break-inside: avoid;
    }
  }
`;
