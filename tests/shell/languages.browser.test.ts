/** The course in several languages: which one is shown, and what becomes of what the learner writes where it changes. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { note } from '../../src/course/answers.ts';
import type { Course, Language } from '../../src/course/course.ts';
import type { FurtherLanguages, SpokenCourse } from '../../src/shell/language/spoken-language.ts';
import { fi } from '../../src/text/fi.ts';
import { loadLanguage } from '../../src/text/language-pack.ts';
import type { Text } from '../../src/text/text.ts';
import type { Launch } from '../../src/tracking/tracker.ts';
import { axeProblems, focused } from '../exercises/worksheet.ts';
import { FakeSession } from './fake-session.ts';
import { drawn, heading, inside, showCourse, type Shown } from './shown-course.ts';

beforeEach(() => page.viewport(714, 666));
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
  document.documentElement.lang = 'fi';
});

/** A language in which the words that these tests look for begin with its name. */
function textIn(language: Language): Text {
  const now = `${language}: nyt`;
  const rules = { ...fi.rules, lacks: (rule: string) => `${language}: puuttuu ${rule}` };
  return {
    ...fi,
    language,
    languages: { ...fi.languages, choose: `${language}: kieli`, now },
    particulars: { ...fi.particulars, statementPage: `${language}: seloste\u00ADsivu` },
    rules,
    shell: { ...fi.shell, forward: `${language}: eteenpäin` },
  };
}

function courseIn(language: Language, { course }: FakeSession): Course {
  return {
    ...course,
    language,
    title: `${language}: kurssi`,
    chapters: course.chapters.map((chapter) => ({
      ...chapter,
      title: `${language}: ${chapter.title}`,
      parts: chapter.parts.map((part) =>
        part.type === 'html'
          ? { ...part, html: `<p>${language}</p>${part.html}` }
          : { ...part, exercise: { ...part.exercise, title: `${language}: ${part.exercise.title}` } },
      ),
    })),
  };
}

/** Languages whose files come when a test lets them. */
class Files implements FurtherLanguages {
  readonly offered = ['fi', 'sv', 'en'] as const;
  readonly asked: Language[] = [];
  readonly #waiting: {
    readonly language: Language;
    readonly come: (spoken: SpokenCourse) => void;
    readonly fail: (error: Error) => void;
  }[] = [];

  constructor(readonly session: FakeSession) {}

  load(language: Language): Promise<SpokenCourse> {
    this.asked.push(language);
    return new Promise((come, fail) => this.#waiting.push({ language, come, fail }));
  }

  come(): void {
    for (const { language, come } of this.#waiting.splice(0)) come({ text: textIn(language), course: courseIn(language, this.session) });
  }

  fail(): void {
    vi.spyOn(console, 'error').mockImplementationOnce(() => undefined);
    for (const { fail } of this.#waiting.splice(0)) fail(new Error('did not come'));
  }
}

async function shown(session: FakeSession, place = ''): Promise<Shown & { readonly files: Files }> {
  // The browser of these tests asks for English.
  if (session.launch && session.launch.language === undefined) askedFor('fi', session);
  const files = new Files(session);
  const { app, said } = await showCourse(session, place, false, files);
  return { app, said, files };
}

function askedFor(language: string, session = new FakeSession()): FakeSession {
  session.set({ launch: { ...session.launch, language } as Launch });
  return session;
}

/** By the menu, as a learner does. */
async function choose(name: string): Promise<void> {
  await userEvent.click(page.getByRole('button', { name: /^Sisällys/ }));
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name, exact: true }));
  await drawn(document.body);
}

describe('at a launch', () => {
  test('a page’s title that may break in a narrow heading is whole in the window’s title', async () => {
    const { files, app } = await shown(askedFor('sv'), 'saavutettavuus');
    files.come();
    await drawn(app);
    expect(heading()).toBe('sv: seloste\u00ADsivu');
    expect(document.title).toBe('sv: selostesivu – sv: kurssi');
  });

  test('a page that is being left asks for no language, though the browser then tells another one', async () => {
    const languages = vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['fi-FI', 'fi']);
    const session = askedFor('');
    const { files, app } = await shown(session);
    languages.mockReturnValue(['en-US']);
    session.set({ phase: 'closed' });
    await drawn(app);
    languages.mockRestore();
    expect(files.asked).toEqual([]);
  });

  test('the course opens in the language that the LMS asks for, and shows nothing in another before', async () => {
    const { files, app } = await shown(askedFor('sv-FI'));
    expect(heading()).toBeUndefined();
    files.come();
    await drawn(app);
    expect(heading()).toBe('sv: kurssi');
    expect(document.documentElement.lang).toBe('sv');
    expect(app.renderRoot.querySelector('.shell')?.getAttribute('lang')).toBe('sv');
    expect(focused()?.matches('.start')).toBe(true);
    expect(files.asked).toEqual(['sv']);
  });

  test('what she chose earlier beats what the LMS asks for', async () => {
    const session = new FakeSession({}, { [note.language]: 'en' });
    const { files, app } = await shown(askedFor('sv', session));
    files.come();
    await drawn(app);
    expect(heading()).toBe('en: kurssi');
  });

  test('before the LMS has answered no file is asked for', async () => {
    const session = new FakeSession();
    Object.assign(session, { phase: 'opening', launch: undefined });
    const { files } = await shown(session);
    expect(files.asked).toEqual([]);
  });

  test('a file that does not come opens the course in its own language and says so; it can be tried again', async () => {
    const { files, app, said } = await shown(askedFor('sv'), 'a');
    files.fail();
    await drawn(app);
    expect(heading()).toBe('Asiakaspalvelu kirjastoissa');
    // In the language that she asked for: she may read no other.
    const told = page.getByRole('heading', { name: 'Kursen öppnades inte på svenska' });
    await expect.element(told).toBeVisible();
    expect(told.element().closest('[lang]')).toHaveAttribute('lang', 'sv');
    expect(said.join(' ')).toContain('Kursen öppnades inte på svenska');
    expect(await axeProblems()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Försök på nytt' }));
    await drawn(app);
    expect(focused()?.localName).toBe('h1');
    files.come();
    await drawn(app);
    expect(heading()).toBe('sv: Asiakaspalvelu kirjastoissa');
    expect(page.getByRole('heading', { name: /öppnades inte|did not open/ }).elements()).toEqual([]);
  });

  test('a file that takes long does not keep the course from her: it opens, and changes once the file is here', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { files, app } = await shown(askedFor('sv'), 'a');
    expect(heading()).toBeUndefined();
    vi.advanceTimersByTime(60_000);
    await drawn(app);
    expect(heading()).toBe('Asiakaspalvelu kirjastoissa');
    files.come();
    await drawn(app);
    expect(heading()).toBe('sv: Asiakaspalvelu kirjastoissa');
  });
});

describe('switched in the menu', () => {
  test('the choice is a note of her state, and the course changes where she is; nothing else is written', async () => {
    const session = new FakeSession({}, { 'b.second.first': 'Paljon' });
    const { files, app, said } = await shown(session, 'b/b.second');
    await expect.poll(() => session.place).toBe('b/b.second');
    const before = new Map(session.store.answers);
    await choose('Svenska');
    expect(heading()).toBe('Hyödynnä lähteitä');
    files.come();
    await drawn(app);
    expect(heading()).toBe('sv: Hyödynnä lähteitä');
    expect(session.place).toBe('b/b.second');
    expect(said.at(-1)).toBe('sv: nyt');
    expect([...session.store.answers].filter(([id, { text }]) => before.get(id)?.text !== text).map(([id]) => id)).toEqual([note.language]);
    expect(session.store.answers.get(note.language)?.text).toBe('sv');
    await choose('Suomi');
    expect(heading()).toBe('Hyödynnä lähteitä');
    expect(document.documentElement.lang).toBe('fi');
    expect(files.asked).toEqual(['sv']);
  });

  test('the menu closes, and its button has the focus again', async () => {
    const { files, app } = await shown(new FakeSession(), 'a');
    await choose('English');
    files.come();
    await drawn(app);
    expect(page.getByRole('dialog').elements()).toEqual([]);
    expect(focused()?.getAttribute('aria-haspopup')).toBe('dialog');
  });

  test('a field that is being typed in keeps its words, the focus and a composition in progress when the file comes', async () => {
    const session = new FakeSession();
    const { files, app } = await shown(session, 'a');
    await choose('Svenska');
    const field = page.getByRole('textbox', { name: 'Miten kohtaat asiakkaan?' });
    await userEvent.fill(field, 'Hei');
    const area = focused() as HTMLTextAreaElement;
    const ended = vi.fn();
    area.addEventListener('compositionend', ended);
    area.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    area.setRangeText('ä', 3, 3, 'end');
    area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: true }));
    files.come();
    await drawn(app);
    expect(heading()).toBe('sv: Asiakaspalvelu kirjastoissa');
    expect(focused()).toBe(area);
    expect(area.value).toBe('Heiä');
    expect(area.selectionStart).toBe(4);
    expect(ended).not.toHaveBeenCalled();
    expect(session.store.answers.get('a.meeting.first')?.text).toBe('Heiä');
  });

  test('what she reads stays where her eye has it', async () => {
    const { files, app } = await shown(new FakeSession(), 'b');
    const field = (): Element => inside(document.body).filter(({ localName }) => localName === 'textarea')[0] as Element;
    await choose('Svenska');
    scrollTo(0, scrollY + field().getBoundingClientRect().top - innerHeight / 4);
    const { top } = field().getBoundingClientRect();
    const { height } = document.body.getBoundingClientRect();
    files.come();
    await drawn(app);
    expect(document.body.getBoundingClientRect().height).toBeGreaterThan(height);
    expect(Math.abs(field().getBoundingClientRect().top - top)).toBeLessThan(2);
  });

  test('what was said of a class earned is said in the other language too', async () => {
    const session = new FakeSession({ classes: new FakeSession().course.classes.map((own) => ({ ...own, compulsory: true })) });
    const { files, app } = await shown(session, 'a');
    await userEvent.fill(page.getByRole('textbox', { name: 'Miten kohtaat asiakkaan?' }), 'Tervehdin');
    await expect.element(page.getByText('fi: puuttuu')).not.toBeInTheDocument();
    await choose('Svenska');
    files.come();
    await drawn(app);
    await expect.element(page.getByText('sv: puuttuu luokat B ja C')).toBeVisible();
  });

  test('a file that does not come leaves the course as it is, and the notice can be put away', async () => {
    const session = new FakeSession({}, { 'a.meeting.first': 'Tervehdin' });
    const { files, app } = await shown(session, 'a');
    await choose('English');
    files.fail();
    await drawn(app);
    expect(heading()).toBe('Asiakaspalvelu kirjastoissa');
    await expect.element(page.getByRole('textbox', { name: 'Miten kohtaat asiakkaan?' })).toHaveValue('Tervehdin');
    await userEvent.click(page.getByRole('button', { name: 'Go on anyway' }));
    expect(page.getByRole('heading', { name: /öppnades inte|did not open/ }).elements()).toEqual([]);
    expect(focused()?.localName).toBe('h1');
    // Asked for once more, it is tried once more.
    await choose('English');
    files.come();
    await drawn(app);
    expect(heading()).toBe('en: Asiakaspalvelu kirjastoissa');
  });

  test('and is told of where she is, far below the top of the page', async () => {
    const { files, app } = await shown(new FakeSession(), 'b');
    document.body.style.paddingBottom = '3000px';
    await choose('English');
    scrollTo(0, document.body.scrollHeight);
    files.fail();
    await drawn(app);
    const notice = page.getByRole('heading', { name: 'did not open' }).element().getBoundingClientRect();
    expect(notice.bottom).toBeGreaterThan(0);
    expect(notice.top).toBeLessThan(innerHeight);
    document.body.style.paddingBottom = '';
  });
});

describe('the choice', () => {
  test('names each language in its own words and says which one is shown; on the cover too', async () => {
    await shown(askedFor('fi'));
    const cover = page.getByRole('navigation', { name: 'Kieli' });
    expect(
      cover
        .getByRole('button')
        .elements()
        .map((button) => [button.textContent?.trim(), button.getAttribute('lang')]),
    ).toEqual([
      ['Suomi', 'fi'],
      ['Svenska', 'sv'],
      ['English', 'en'],
    ]);
    await expect.element(cover.getByRole('button', { name: 'Suomi' })).toHaveAttribute('aria-current', 'true');
    expect(await axeProblems()).toEqual([]);
  });

  test('is not there where the course has one language', async () => {
    await showCourse(new FakeSession());
    expect(page.getByRole('navigation', { name: 'Kieli' }).elements()).toEqual([]);
  });
});

describe('the file of a language', () => {
  const pack = { language: 'sv', text: { language: 'sv' }, content: { title: 'Körkort' } };
  const file = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`;
  const handing = (detail: unknown): string =>
    file(`document.dispatchEvent(new CustomEvent('aspa-language', { detail: ${JSON.stringify(detail)} }))`);

  test('hands over what it holds while it runs', async () => {
    await expect(loadLanguage('sv', handing(pack), document, 10_000)).resolves.toEqual(pack);
    expect(document.head.querySelector('script[src^="data:"]')).toBeNull();
  });

  test('that hands over nothing, or another language, is no file of this language', async () => {
    await expect(loadLanguage('sv', file('0'), document, 10_000)).rejects.toThrow('hands over no language');
    await expect(loadLanguage('sv', handing({ ...pack, language: 'en' }), document, 10_000)).rejects.toThrow('hands over no language');
  });

  test('that is not there is told at once, and one that hangs after a while', async () => {
    await expect(loadLanguage('sv', 'nowhere:file', document, 10_000)).rejects.toThrow('did not come');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const hanging = loadLanguage('sv', handing(pack), pageWithout() as Document, 10_000);
    vi.advanceTimersByTime(10_000);
    await expect(hanging).rejects.toThrow('in time');
  });

  /** A page on which nothing that is asked for arrives. */
  function pageWithout(): Partial<Document> {
    const target = new EventTarget();
    return {
      createElement: ((name: string) => document.createElement(name)) as Document['createElement'],
      addEventListener: target.addEventListener.bind(target) as Document['addEventListener'],
      removeEventListener: target.removeEventListener.bind(target) as Document['removeEventListener'],
      head: document.createElement('head'),
    };
  }
});
