/** Anybody can make a link to the course: it sends a learner's work to nobody whom she or the course's settings do not know. */
import { describe, expect, test } from 'vitest';
import { MemoryStorage } from '../session/memory.ts';
import { course, LaunchedLearner, pass, settled } from './launched-learner.ts';
import { FOUND, withLauncherClock, words } from './launched-licence.ts';
import { LaunchedPage } from './launched-page.ts';
import { LauncherDouble, ORIGIN } from './launcher-double.ts';

withLauncherClock();

const STRANGER = 'https://stranger.example';
const PAGE = 'https://content.example.com/aspa/index.html';
const WORDS = 'Vain oppimisympäristölle';

/** The course with the LRSs of its settings. */
const knowing = (...lrs: readonly string[]) => ({ ...course, lrs });

/** A launch whose address somebody has changed, up to where the course is open or asks. */
async function crafted(
  double: LauncherDouble,
  change: (query: URLSearchParams) => void,
  { browser = new MemoryStorage(), own = course }: { readonly browser?: MemoryStorage; readonly own?: typeof course } = {},
): Promise<LaunchedLearner> {
  const { address } = await double.launch();
  change(address.searchParams);
  const learner = new LaunchedLearner(new LaunchedPage(address.href), double, browser, { course: own });
  await settled(learner.session.start());
  return learner;
}

const toStranger = (query: URLSearchParams): void => query.set('endpoint', `${STRANGER}/xapi/`);
const asked = (double: LauncherDouble): string[] => [...new Set(double.traffic.map(({ href }) => new URL(href).origin))];

describe.each(['xapi', 'cmi5'] as const)('%s: without lrs: in course.yaml', (id) => {
  test('nothing is sent to another site before the learner agrees, in words that name it', async () => {
    const double = new LauncherDouble(id);
    const learner = await crafted(double, toStranger);
    expect(learner.session.phase).toBe('unconfirmed');
    expect(learner.session.strangers).toContain(STRANGER);
    await pass(60_000);
    learner.session.lifecycle.hide();
    learner.session.lifecycle.leave();
    learner.session.lifecycle.end();
    await pass(60_000);
    expect(double.traffic).toEqual([]);
  });

  test('the fetch address is asked about too, where it is used', async () => {
    const double = new LauncherDouble(id);
    const learner = await crafted(double, (query) => {
      query.delete('auth');
      query.set('endpoint', 'https://content.example.com/lrs/');
      query.set('fetch', `${STRANGER}/fetch`);
    });
    expect(learner.session.strangers).toEqual([STRANGER]);
    expect(double.traffic).toEqual([]);
  });

  test('"Älä lähetä" sends nothing, and the learner may go on in this browser only', async () => {
    const double = new LauncherDouble(id);
    const learner = await crafted(double, toStranger);
    learner.session.sendNothing();
    expect(learner.session.phase).toBe('no-lms');
    expect(learner.session.problem?.code).toBe('not-sent');
    await settled(learner.session.goOnWithoutLms());
    await learner.write(words(WORDS));
    await pass(60_000);
    expect(double.traffic).toEqual([]);
    expect([...learner.browser.entries.values()].join('')).toContain(WORDS);
  });

  test('"Jatka" opens the course, and she is not asked again in this browser, after a login to Moodle either', async () => {
    const double = new LauncherDouble(id);
    const first = await crafted(double, () => undefined);
    expect(first.session.strangers).toEqual([ORIGIN]);
    await settled(first.session.sendThere());
    expect(first.session.phase).toBe('open');
    await first.closeTab();
    const again = await crafted(double, () => undefined, { browser: first.browser });
    expect(again.session.phase).toBe('open');
    await again.closeTab();
    first.browser.clear();
    expect((await crafted(double, () => undefined, { browser: first.browser })).session.phase).toBe('open');
  });

  test('agreeing to one site is agreeing to no other', async () => {
    const double = new LauncherDouble(id);
    const first = await crafted(double, () => undefined);
    await settled(first.session.sendThere());
    await first.closeTab();
    const other = await crafted(double, toStranger, { browser: first.browser });
    expect(other.session.phase).toBe('unconfirmed');
  });

  test('the answer is as good after a reload, which asks again until it is given', async () => {
    const double = new LauncherDouble(id);
    const learner = await crafted(double, () => undefined);
    const reloaded = new LaunchedLearner(learner.page.reloaded(), double, learner.browser);
    await settled(reloaded.session.start());
    expect(reloaded.session.phase).toBe('unconfirmed');
    await settled(reloaded.session.sendThere());
    expect(reloaded.session.phase).toBe('open');
  });

  test.each([
    ['the package’s own site', PAGE, 'https://content.example.com/lrs/'],
    ['another port of its host', PAGE, 'https://content.example.com:8443/lrs/'],
    ['its host with encryption', PAGE.replace('https', 'http'), 'https://content.example.com/lrs/'],
    ['this machine, where the page is on it too', 'http://localhost:8170/index.html', 'http://127.0.0.1:8171/'],
  ])('%s is no stranger', async (_what, page, endpoint) => {
    const double = new LauncherDouble(id);
    const { address } = await double.launch();
    const query = new URLSearchParams(address.search);
    query.set('endpoint', endpoint);
    if (query.has('fetch')) query.set('fetch', endpoint);
    double.fault = () => new Response('', { status: 404 });
    const learner = new LaunchedLearner(new LaunchedPage(`${page}?${query.toString()}`), double);
    await settled(learner.session.start());
    expect(learner.session.phase).not.toBe('unconfirmed');
    expect(learner.session.problem?.code).not.toBe('barred-site');
  });

  test.each([
    ['this machine, where the page is elsewhere', 'http://127.0.0.1:8171/'],
    ['a user name that looks like the own site', 'https://content.example.com@stranger.example/'],
    ['a host that begins like the own site', 'https://content.example.com.stranger.example/'],
    ['a host with more slashes before it than there should be', 'https:////stranger.example/'],
    ['slashes the other way', 'https://stranger.example\\@content.example.com/'],
    ['the own host without encryption', 'http://content.example.com/'],
  ])('%s is one', async (_what, endpoint) => {
    const double = new LauncherDouble(id);
    const learner = await crafted(double, (query) => query.set('endpoint', endpoint));
    expect(learner.session.phase).toBe('unconfirmed');
    expect(double.traffic).toEqual([]);
  });

  test.each(['javascript:alert(1)', 'data:text/plain,x', 'file:///etc/passwd', 'https://', 'https:x', '//stranger.example/', '/lrs/'])(
    '%s is no whole web address',
    async (endpoint) => {
      const double = new LauncherDouble(id);
      const learner = await crafted(double, (query) => query.set('endpoint', endpoint));
      expect(learner.session.phase).toBe('no-lms');
      expect(double.traffic).toEqual([]);
    },
  );
});

describe.each(['xapi', 'cmi5'] as const)('%s: with lrs: in course.yaml', (id) => {
  test('its hosts are asked about by nobody', async () => {
    const double = new LauncherDouble(id);
    const learner = await crafted(double, () => undefined, { own: knowing(ORIGIN) });
    expect(learner.session.phase).toBe('open');
    expect(asked(double)).toEqual([ORIGIN]);
  });

  test.each(['endpoint', 'fetch'])('another %s is out of the question, and the page says so', async (name) => {
    const double = new LauncherDouble(id);
    const learner = await crafted(
      double,
      (query) => {
        if (name === 'fetch') query.delete('auth');
        query.set(name, `${STRANGER}/`);
      },
      { own: knowing(ORIGIN) },
    );
    expect(learner.session.phase).toBe('no-lms');
    expect(learner.session.problem?.code).toBe('barred-site');
    expect(learner.session.problem?.message).toContain(STRANGER);
    expect(double.traffic).toEqual([]);
  });

  test('an agreement from before the setting does not count', async () => {
    const double = new LauncherDouble(id);
    const first = await crafted(double, toStranger);
    double.fault = () => new Response('', { status: 404 });
    await settled(first.session.sendThere());
    await first.closeTab();
    const after = await crafted(double, toStranger, { browser: first.browser, own: knowing(ORIGIN) });
    expect(after.session.problem?.code).toBe('barred-site');
  });
});

describe('what is kept for one site', () => {
  /** A learner whose last words did not reach her LRS. */
  async function withUnsent(double: LauncherDouble, own = course): Promise<LaunchedLearner> {
    const learner = await crafted(double, () => undefined, { own });
    if (learner.session.phase === 'unconfirmed') await settled(learner.session.sendThere());
    double.fault = () => new Response('', { status: 503 });
    await learner.write(words(WORDS));
    await pass(5_000);
    await learner.closeTab();
    double.fault = () => undefined;
    return learner;
  }

  test.each(['xapi', 'cmi5'] as const)('%s: is not sent to another, with the learner’s own name and after she has agreed', async (id) => {
    const double = new LauncherDouble(id);
    const { browser } = await withUnsent(double);
    const sent = double.traffic.length;
    double.fault = ({ href }) => (href.startsWith(STRANGER) ? new Response('', { status: 404 }) : undefined);
    const learner = await crafted(
      double,
      (query) => {
        toStranger(query);
        query.set('auth', 'Basic YTpi');
        query.delete('fetch');
      },
      { browser },
    );
    await settled(learner.session.sendThere());
    await pass(60_000);
    expect(learner.answers.size).toBe(0);
    expect(
      double.traffic
        .slice(sent)
        .map(({ body }) => body)
        .join(''),
    ).not.toContain(WORDS);
    await learner.closeTab();
    double.fault = () => undefined;
    const home = await new LaunchedLearner(await double.launch(), double, browser).start();
    expect(home.answers.get(FOUND)).toBe(WORDS);
  });

  /** As earlier releases kept it: under no site. */
  function asKeptBefore(browser: MemoryStorage): MemoryStorage {
    const before = new MemoryStorage();
    for (const [key, value] of browser.entries)
      if (key.includes(encodeURIComponent(ORIGIN))) before.setItem(key.replace(`%20${encodeURIComponent(ORIGIN)}`, ''), value);
    return before;
  }

  test('and was kept by an earlier release is sent to the LRS that knows the learner’s words, and to no other', async () => {
    const double = new LauncherDouble('xapi');
    const learner = await LaunchedLearner.in(double);
    await learner.write(new Map([['b.colleague.meaning', { text: 'Perillä', at: 0 }]]));
    await pass(30_000);
    double.fault = () => new Response('', { status: 503 });
    await learner.write(words(WORDS));
    await pass(5_000);
    await learner.closeTab();
    const browser = asKeptBefore(learner.browser);
    expect([...browser.entries.values()].join('')).toContain(WORDS);
    double.fault = ({ href }) => (href.startsWith(STRANGER) ? new Response('', { status: 404 }) : undefined);
    const before = double.traffic.length;
    const other = await crafted(double, toStranger, { browser });
    await settled(other.session.sendThere());
    await pass(60_000);
    expect(other.answers.size).toBe(0);
    expect([...(other.session.earlier ?? [])].map(([, { text }]) => text)).toContain(WORDS);
    await other.closeTab();
    expect(
      double.traffic
        .slice(before)
        .map(({ body }) => body)
        .join(''),
    ).not.toContain(WORDS);
    const home = await new LaunchedLearner(await double.launch(), double, browser).start();
    expect(home.answers.get(FOUND)).toBe(WORDS);
    await pass(30_000);
    expect(double.held().answers.get(FOUND)?.text).toBe(WORDS);
  });

  test('is there at the next launch from it', async () => {
    const double = new LauncherDouble('xapi');
    const { browser } = await withUnsent(double);
    const again = await new LaunchedLearner(await double.launch(), double, browser).start();
    await pass(30_000);
    expect(again.answers.get(FOUND)).toBe(WORDS);
    expect(double.held().answers.get(FOUND)?.text).toBe(WORDS);
  });
});

describe('returnURL', () => {
  test.each([
    ['the package’s own site', 'https://content.example.com/course/7', course],
    ['the LRS’s site', `${ORIGIN}/course/7`, course],
    ['a host of lrs:', 'https://lms.example.org/course/7', knowing(ORIGIN, 'https://lms.example.org')],
  ])('leads the learner back to %s', async (_what, returnUrl, own) => {
    const learner = await LaunchedLearner.in(new LauncherDouble('cmi5'), undefined, { returnUrl, course: own });
    await learner.exit();
    expect(learner.page.wentTo).toBe(returnUrl);
    expect(learner.session.wayBack).toBeUndefined();
  });

  test.each([[course], [knowing(ORIGIN)]])('on any other site is offered, and gone to by nobody but her', async (own) => {
    const returnUrl = `${STRANGER}/login`;
    const learner = await LaunchedLearner.in(new LauncherDouble('cmi5'), undefined, { returnUrl, course: own });
    await learner.exit();
    expect(learner.session.phase).toBe('closed');
    expect(learner.page.wentTo).toBeUndefined();
    expect(learner.session.wayBack).toBe(returnUrl);
  });

  test('that is no web address is none', async () => {
    const learner = await LaunchedLearner.in(new LauncherDouble('cmi5'), undefined, { returnUrl: 'javascript:alert(1)' });
    await learner.exit();
    expect(learner.page.wentTo).toBeUndefined();
    expect(learner.session.wayBack).toBeUndefined();
  });
});
