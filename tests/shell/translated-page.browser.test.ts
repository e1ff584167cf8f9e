/** A page that the browser translates (Chrome, Edge): in the place of each text stands an element with the words of the other language. */
import { afterEach, expect, test } from 'vitest';
import { FakeSession } from './fake-session.ts';
import { drawn, inside, showCourse, wordsOf } from './shown-course.ts';

afterEach(() => document.body.replaceChildren());

/** As Chrome's translation leaves the page, in shadow roots too. */
function translate(app: Element): void {
  for (const { shadowRoot } of [app, ...inside(app)]) {
    if (!shadowRoot) continue;
    const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts.filter(({ data, parentElement }) => /\p{L}/u.test(data) && parentElement?.localName !== 'style')) {
      const words = document.createElement('font');
      words.append(document.createElement('font'));
      words.firstElementChild?.append(`[${text.data}]`);
      text.replaceWith(words);
    }
  }
}

test('in a page that the browser has translated, what changes is told', async () => {
  const session = new FakeSession();
  const { app } = await showCourse(session);
  session.set({ status: { state: 'saved', at: new Date(2026, 10, 24, 14, 5).getTime() } });
  await drawn(app);
  translate(app);
  session.set({ status: { state: 'not-saved', reason: 'offline', local: false } });
  await drawn(app);
  const [header] = inside(app).filter(({ localName }) => localName === 'aspa-save-status');
  expect(wordsOf(header as Element)).toBe('Ei yhteyttä');
});
