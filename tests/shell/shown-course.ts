/** The whole course on the page, as an entry would show it, with a session that a test moves. */
import * as kinds from '../../src/exercises/kinds.ts';
import { CourseApp } from '../../src/shell/frame/course-app.ts';
import type { FurtherLanguages } from '../../src/shell/language/spoken-language.ts';
import { adoptTokens } from '../../src/theme/tokens.ts';
import type { FakeSession } from './fake-session.ts';

// In a package the build puts them into the script.
await Promise.all(Object.values(kinds).map(({ kind }) => import(`../../src/exercises/${kind}/element.ts`)));

export interface Shown {
  readonly app: CourseApp;
  /** What a screen reader was told politely, in the order in which it was said. */
  readonly said: string[];
}

/**
 * @param place the address's deep link; none with `''`
 * @param reloaded the page was loaded anew
 * @param further its languages beside Finnish
 */
export async function showCourse(session: FakeSession, place = '', reloaded = false, further?: FurtherLanguages): Promise<Shown> {
  adoptTokens(document);
  history.replaceState(null, '', place === '' ? location.pathname + location.search : `#${place}`);
  const app = new CourseApp();
  app.reloaded = reloaded;
  app.further = further;
  app.session = session;
  document.body.replaceChildren(app);
  await drawn(app);
  const said: string[] = [];
  const region = app.renderRoot.querySelector('[role=status]');
  if (!region) throw new Error('The course has no live region');
  new MutationObserver(() => {
    const words = region.textContent?.trim() ?? '';
    if (words !== '' && said.at(-1) !== words) said.push(words);
  }).observe(region, { subtree: true, childList: true, characterData: true });
  if (region.textContent?.trim()) said.push(region.textContent.trim());
  return { app, said };
}

/** Waits until everything is drawn, however deep, and what follows it in time has happened. */
export async function drawn(root: Element): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await Promise.all(inside(root).map((element) => (element as { updateComplete?: Promise<boolean> }).updateComplete));
    await new Promise((frame) => requestAnimationFrame(frame));
  }
}

/** Every element below `root`, through all shadow roots. */
export function inside(root: Element): Element[] {
  const below = [...root.children, ...(root.shadowRoot?.children ?? [])];
  return [root, ...below.flatMap(inside)];
}

/** The title of the page that is shown. */
export function heading(): string | undefined {
  return inside(document.body).find(({ localName }) => localName === 'h1')?.textContent ?? undefined;
}

/** Goes to a place as a link does. */
export async function goTo(place: string): Promise<void> {
  const changed = new Promise((done) => window.addEventListener('hashchange', done, { once: true }));
  location.hash = `#${place}`;
  await changed;
  await drawn(document.body);
}

/** All words on the page, in their order. */
export function wordsOf(element: Element): string {
  return inside(element)
    .flatMap((one) => [...(one.shadowRoot ?? one).childNodes])
    .filter((child) => child.nodeType === Node.TEXT_NODE)
    .map((child) => child.textContent?.trim())
    .filter(Boolean)
    .join(' ');
}
