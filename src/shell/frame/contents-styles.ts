import { css } from 'lit';

/** The contents: a rail beside the page, or a sheet over it; the chapters stand on a road. */
export const contentsStyles = css`
  .window {
    position: fixed;
    inset: 0;
    visibility: hidden;
    pointer-events: none;
  }
  .rail {
    display: flex;
    flex-direction: column;
    height: 100%;
    border-right: 1px solid var(--line);
    background: var(--paper);
  }
  dialog {
    inset: var(--seen-top, 0) auto auto 0;
    width: min(384px, 100vw);
    max-width: 100vw;
    height: var(--seen-height, 100dvh);
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    border-right: 1px solid var(--line);
    background: var(--paper);
    color: var(--ink);
    container-type: inline-size;
  }
  @media (max-width: 40em) {
    dialog {
      width: 100vw;
      border: 0;
    }
  }
  /* Head and foot stand still; only the links between them scroll. */
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgb(16 20 24 / 55%);
  }
  .head {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: center;
    justify-content: space-between;
    min-height: 56px;
    /* Below what the LMS's page lays over the corner (ClearOfLms). */
    padding: calc(4px + var(--lms-down, 0px)) 8px 4px 16px;
    border-bottom: 1px solid var(--line);
  }
  nav {
    flex: 1;
    min-height: 0;
    padding: 12px 8px 16px 12px;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    /* A shadow at the edge below which there is more; the end of the list brings paper that covers it. */
    background:
      linear-gradient(to top, var(--paper) 24px, transparent) bottom / 100% 64px no-repeat local,
      linear-gradient(to top, var(--line), transparent) bottom / 100% 20px no-repeat;
  }
  h2 {
    font-size: 1.25rem;
  }
  h3:not(.unseen) {
    margin: 16px 0 4px 52px;
    color: var(--ink-soft);
    font-size: 0.833rem;
    line-height: 1.3;
  }
  ul {
    position: relative;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .on-road::before {
    content: '';
    position: absolute;
    top: 22px;
    bottom: 22px;
    left: 25px;
    border-left: 2px dashed var(--control);
  }
  li a {
    position: relative;
    display: flex;
    gap: 12px;
    align-items: center;
    min-height: 44px;
    padding: 6px 12px;
    border-radius: 8px;
    color: var(--ink);
    font-size: 0.833rem;
    line-height: 1.3;
    text-decoration: none;
  }
  li a:hover .title {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  li a:focus-visible {
    outline-offset: -3px;
  }
  a[aria-current] {
    background: var(--panel);
    font-weight: 700;
  }
  a[aria-current]::before {
    content: '';
    position: absolute;
    top: 6px;
    bottom: 6px;
    left: 0;
    width: 4px;
    background: var(--ink);
  }
  .sign,
  .stop {
    position: relative;
    flex: none;
    width: 28px;
    height: 28px;
  }
  .stop::before {
    content: '';
    position: absolute;
    inset: 9px;
    border: 2px solid var(--control);
    border-radius: 50%;
    background: var(--paper);
  }
  .line {
    flex: 1;
    min-width: 0;
  }
  .state {
    display: block;
    color: var(--ink-soft);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  aspa-language-choice {
    flex: none;
    padding: 0 8px;
    font-size: 0.833rem;
  }
  .leave {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: center;
    justify-content: space-between;
    margin: 0;
    padding: 12px 16px;
    border-top: 1px solid var(--line);
  }
  .leave button {
    flex: 1 0 auto;
    max-width: 100%;
    border-width: 2px;
    border-radius: 8px;
  }
  /* Enlarged to 400 %, or a telephone on its side: head and foot would leave no room between them. */
  @media (max-height: 25em) {
    dialog {
      overflow-y: auto;
      scroll-padding-top: var(--lms-down, 0);
    }
    dialog nav {
      flex: none;
      overflow: visible;
    }
  }
  @media print {
    .rail {
      display: none;
    }
  }
`;
