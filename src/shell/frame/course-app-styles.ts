import { css } from 'lit';

/** The frame of the course: header and footer stay in sight, the page between them is as long as it is. */
export const courseAppStyles = css`
  .shell {
    display: flex;
    flex-direction: column;
    min-height: 100vh;
    min-height: 100dvh;
  }
  .top {
    position: sticky;
    top: 0;
    z-index: 2;
  }
  /* So much of it is under the window's edge as there is no room for (HeaderRoom): the news of a class stays, the way on comes at the page's end. */
  .bottom {
    position: sticky;
    bottom: calc(-1 * var(--under, 0px));
    z-index: 2;
  }
  /* No scrolling would bring what is under the edge into sight before the page's end. */
  .bottom:focus-within {
    bottom: 0;
  }
  /* What never moves holds no place: the page does, when something above it goes away. */
  .top,
  .bottom,
  aspa-table-of-contents {
    overflow-anchor: none;
  }
  main {
    flex: 1;
    --page-left: 40px;
    --page-right: 40px;
    width: 100%;
    padding: 0 var(--page-right) 0 var(--page-left);
    container-type: inline-size;
  }
  /* Letters so large that a Finnish word fills a line: the browser hyphenates, where it knows the language. */
  @container (max-width: 13em) {
    main > * {
      hyphens: auto;
      hyphenate-limit-chars: 10 4 4;
    }
  }
  .cover main {
    display: flex;
    flex-direction: column;
    width: 100%;
    padding: 0;
    /* Above the sky of the scene. */
    container-type: normal;
  }
  .cover :is(aspa-notices, aspa-language-missing) {
    width: min(100%, 65.8rem);
    margin: 0 auto;
    padding: 0 16px;
  }
  /* From 1,200 px on the contents stand beside the page. */
  .railed {
    display: grid;
    grid-template: auto 1fr auto / 264px minmax(0, 1fr);
  }
  .railed .top {
    grid-column: 1 / -1;
  }
  .railed aspa-table-of-contents {
    position: sticky;
    top: var(--top, 56px);
    grid-row: 2 / span 2;
    align-self: start;
    height: calc(var(--seen-height, 100dvh) - var(--top, 56px));
  }
  .railed main {
    --page-left: 48px;
    --page-right: 48px;
  }
  .skip {
    position: absolute;
    top: calc(4px + var(--below-lms, 0px));
    left: calc(4px + var(--beside-lms, 0px));
    z-index: 3;
  }
  .skip:not(:focus) {
    width: 1px;
    height: 1px;
    min-height: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  @media (max-width: 40em) {
    main {
      --page-left: 20px;
      --page-right: 16px;
    }
  }
  /* Bars that would cover a third of the window scroll away with the page, the footer first. */
  .bars-flow .top,
  .bottom-flows .bottom {
    position: static;
  }
  /* Enlarged to 400 %, or a telephone on its side: the text needs all the room there is. */
  @media (max-height: 25em) {
    .top {
      position: static;
    }
  }
  @media print {
    .bottom {
      position: static;
    }
    main {
      width: auto;
      padding: 0;
    }
    /* A window's height is more than what is left of the last sheet. */
    .shell {
      display: block;
      min-height: 0;
    }
    .railed aspa-table-of-contents {
      display: none;
    }
  }
`;
