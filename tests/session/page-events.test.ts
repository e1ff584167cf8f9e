import { describe, expect, test, vi } from 'vitest';
import type { CourseSession } from '../../src/session/course-session.ts';
import { cameBack, followPage, tabId } from '../../src/session/page-events.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';
const CHROMIUM = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Safari/537.36';

function followed(userAgent = CHROMIUM): {
  page: EventTarget & { document: EventTarget & { visibilityState: string }; performance: { now: () => number } };
  told: string[];
  listened: string[];
} {
  const told: string[] = [];
  const listened: string[] = [];
  const tell = (what: string) => () => void told.push(what);
  const names = ['hide', 'resume', 'reconnect', 'leave', 'linger', 'end'];
  const lifecycle = Object.fromEntries(names.map((name) => [name, tell(name)]));
  const session = { saveSoon: tell('saveSoon'), lifecycle };
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const page = Object.assign(new EventTarget(), { document, navigator: { userAgent }, performance: { now: () => 10_000 } });
  const listen = page.addEventListener.bind(page);
  page.addEventListener = (type: string, ...rest: [never]) => {
    listened.push(type);
    listen(type, ...rest);
  };
  followPage(session as unknown as CourseSession, page as unknown as Window);
  return { page, told, listened };
}

describe('what the page goes through', () => {
  test('ILIAS hears beforeunload last and the others pagehide: the session is told of both, in that order', () => {
    const { page, told } = followed();
    page.dispatchEvent(new Event('beforeunload'));
    page.dispatchEvent(new Event('pagehide'));
    expect(told).toEqual(['leave', 'end']);
  });

  test('what beforeunload barred has another chance behind it, where the next page has not come', () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { page, told } = followed();
    page.dispatchEvent(new Event('beforeunload'));
    expect(told).toEqual(['leave']);
    vi.advanceTimersByTime(0);
    vi.useRealTimers();
    expect(told).toEqual(['leave', 'linger']);
  });

  test('leaving asks nothing of the learner, and nothing waits for unload', () => {
    const { page, listened } = followed();
    const leaving = new Event('beforeunload', { cancelable: true });
    page.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(false);
    expect(leaving.returnValue).toBe(true);
    expect(listened).not.toContain('unload');
  });

  test('out of sight, in sight, online again and a field left are moments to save', () => {
    const { page, told } = followed();
    page.document.visibilityState = 'hidden';
    page.document.dispatchEvent(new Event('visibilitychange'));
    page.document.visibilityState = 'visible';
    page.document.dispatchEvent(new Event('visibilitychange'));
    page.dispatchEvent(new Event('online'));
    page.document.dispatchEvent(new Event('focusout'));
    expect(told).toEqual(['hide', 'resume', 'reconnect', 'saveSoon']);
  });
});

describe('a window that closes', () => {
  const closes = (page: ReturnType<typeof followed>['page']): void => {
    page.dispatchEvent(new Event('beforeunload'));
    page.document.visibilityState = 'hidden';
    page.document.dispatchEvent(new Event('visibilitychange'));
  };

  test('ends its session when it is hidden in Firefox, whose process may be gone in pagehide', () => {
    const { page, told } = followed(FIREFOX);
    closes(page);
    expect(told).toEqual(['leave', 'end']);
  });

  test('ends it then too where the page was held for long behind beforeunload', () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { page, told } = followed(FIREFOX);
    page.dispatchEvent(new Event('beforeunload'));
    page.performance.now = () => 10_700;
    vi.advanceTimersByTime(0);
    vi.useRealTimers();
    page.performance.now = () => 10_740;
    page.document.visibilityState = 'hidden';
    page.document.dispatchEvent(new Event('visibilitychange'));
    expect(told).toEqual(['leave', 'linger', 'end']);
  });

  test('ends it in pagehide elsewhere, where a link to a mail program may look as if the page left', () => {
    const { page, told } = followed(CHROMIUM);
    closes(page);
    expect(told).toEqual(['leave', 'hide']);
  });

  test('is none that is hidden a while after a page that did not leave, in Firefox too', () => {
    const { page, told } = followed(FIREFOX);
    page.dispatchEvent(new Event('beforeunload'));
    page.performance.now = () => 11_000;
    page.document.visibilityState = 'hidden';
    page.document.dispatchEvent(new Event('visibilitychange'));
    expect(told).toEqual(['leave', 'hide']);
  });
});

describe('the Back button', () => {
  const windowOf = (type: string): Window => ({ performance: { getEntriesByType: () => [{ type }] } }) as unknown as Window;

  test('is told from the navigation of the LMS’s own page', () => {
    expect(cameBack({ top: windowOf('back_forward') } as Window)).toBe(true);
    expect(cameBack({ top: windowOf('navigate') } as Window)).toBe(false);
  });

  test('of a page on another origin is not known, and stops nothing', () => {
    const foreign = {
      get performance(): never {
        throw new DOMException('cross-origin', 'SecurityError');
      },
    };
    expect(cameBack({ top: foreign } as unknown as Window)).toBe(false);
  });
});

describe('this tab’s id', () => {
  test('stays the same through a reload, and is another in another tab', () => {
    const tab = (): Window => {
      const kept = new Map<string, string>();
      return { sessionStorage: { getItem: (key: string) => kept.get(key) ?? null, setItem: kept.set.bind(kept) } } as unknown as Window;
    };
    const one = tab();
    expect(tabId(one)).toBe(tabId(one));
    expect(tabId(tab())).not.toBe(tabId(one));
  });

  test('is there where the browser bars storage', () => {
    const barred = {
      get sessionStorage(): Storage {
        throw new DOMException('barred', 'SecurityError');
      },
    } as unknown as Window;
    expect(tabId(barred)).toMatch(/^tab-/);
  });
});
