/** The look of what stands over the author's page: plain, so that nobody takes it for a part of the course. */
export const PAGE_STYLES = `
  :host { all: initial; color-scheme: light dark; }
  * { box-sizing: border-box; }
  [hidden] { display: none !important; }
  .bar, dialog {
    font: 16px/1.5 system-ui, sans-serif;
    color: light-dark(#1a1a1a, #f2f2f2);
    background: light-dark(#fff, #202124);
  }
  .bar {
    position: fixed; inset: auto 16px 72px auto; z-index: 2147483646; display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px;
    max-width: calc(100vw - 32px); padding: 8px 12px; border: 2px solid light-dark(#7a3e00, #ffb066); border-radius: 8px;
    box-shadow: 0 2px 12px rgb(0 0 0 / 25%);
  }
  .bar .said { max-width: 26em; max-height: 3em; overflow: hidden; }
  button, .leave {
    font: inherit; min-height: 44px; padding: 6px 14px; border-radius: 6px; cursor: pointer; text-decoration: none;
    color: light-dark(#1a1a1a, #f2f2f2); background: light-dark(#f0f0f0, #35363a); border: 1px solid light-dark(#767676, #9a9a9a);
    display: inline-flex; align-items: center;
  }
  button.main { color: #fff; background: #7a3e00; border-color: #7a3e00; }
  button:hover, .leave:hover { border-color: currentColor; }
  :focus-visible { outline: 3px solid light-dark(#7a3e00, #ffb066); outline-offset: 2px; }
  button[disabled] { opacity: 0.55; cursor: default; }
  dialog {
    position: fixed; z-index: 2147483646; margin: 0; padding: 16px 20px 20px; width: min(600px, calc(100vw - 16px));
    max-height: calc(100vh - 16px); overflow: auto; border: 2px solid light-dark(#7a3e00, #ffb066); border-radius: 8px;
    box-shadow: 0 6px 30px rgb(0 0 0 / 35%);
  }
  dialog::backdrop { background: rgb(0 0 0 / 12%); }
  dialog.list { inset: 8px 8px auto auto; }
  h2 { margin: 0; font-size: 18px; }
  h3 { margin: 20px 0 6px; font-size: 16px; }
  p { margin: 4px 0; }
  .place { font: 14px/1.5 ui-monospace, monospace; color: light-dark(#555, #bbb); overflow-wrap: anywhere; }
  label { display: block; margin-top: 10px; font-weight: 600; }
  textarea, input {
    display: block; width: 100%; margin-top: 4px; padding: 8px 10px; font: inherit; font-weight: 400; color: inherit;
    background: light-dark(#fff, #17181a); border: 1px solid light-dark(#767676, #9a9a9a); border-radius: 4px;
  }
  textarea { resize: vertical; min-height: 3.5em; max-height: 50vh; field-sizing: content; }
  textarea.lines { font: 15px/1.6 ui-monospace, monospace; }
  .row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 12px; }
  /* The question has the same buttons. */
  .unsaved:not(:empty) ~ .buttons { display: none; }
  .told { margin-top: 12px; padding: 10px 12px; border-inline-start: 4px solid light-dark(#b3261e, #ffb4ab); background: light-dark(#fdecea, #3b1f1d); }
  .told ul { margin: 6px 0 0; padding-inline-start: 18px; overflow-wrap: anywhere; }
  ol { margin: 12px 0 0; padding: 0; list-style: none; }
  ol button { width: 100%; margin-top: 6px; text-align: start; display: block; overflow-wrap: anywhere; }
  ol .place { display: block; }
  .frame { position: fixed; z-index: 2147483645; pointer-events: none; border: 2px solid light-dark(#7a3e00, #ffb066); border-radius: 4px; }
  @media print { .bar, .frame { display: none; } }
  @media (max-width: 800px) {
    .bar strong { display: none; }
  }
  @media (max-width: 640px) {
    dialog, dialog.list { inset: auto 0 0 0 !important; width: 100vw; max-width: none; max-height: 85vh; border-radius: 8px 8px 0 0; border-width: 2px 0 0; }
    .bar { inset: auto 8px 68px 8px; max-width: none; padding: 6px 8px; gap: 4px 6px; font-size: 15px; }
    .bar .said { flex: 1 1 100%; max-height: 1.5em; }
    .bar button, .bar .leave { padding: 6px 10px; }
  }
`;
