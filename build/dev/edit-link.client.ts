/** The way into the edit mode, over the page as learners see it. */
import { BY_KEY, EDIT_PATH } from '../edit/page-messages.ts';
import { words } from '../edit/page-words.ts';

const STYLE = `
  :host { all: initial; }
  a {
    position: fixed; inset: auto 16px 76px auto; z-index: 2147483646; padding: 10px 16px; border-radius: 6px; border: 2px solid #fff;
    font: 16px/1.5 system-ui, sans-serif; color: #fff; background: #7a3e00; text-decoration: none;
  }
  a:focus-visible { outline: 3px solid #7a3e00; outline-offset: 2px; }
  @media print { a { display: none; } }
`;

/** @param page where the link stands; in the edit mode itself there is none */
export function showEditLink(page: Document): void {
  if (page.location.pathname.startsWith(EDIT_PATH)) return;
  const host = page.createElement('div');
  host.lang = 'en';
  const link = page.createElement('a');
  link.href = EDIT_PATH;
  link.textContent = words.start;
  // The same chapter, also after a walk through the course.
  link.addEventListener('click', ({ detail }) => {
    link.href = EDIT_PATH + page.location.hash;
    if (detail === 0) sessionStorage.setItem(BY_KEY, 'yes');
  });
  const style = page.createElement('style');
  style.textContent = STYLE;
  host.attachShadow({ mode: 'open' }).append(style, link);
  page.documentElement.append(host);
}
