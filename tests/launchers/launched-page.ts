/** A browser's page as far as a launched course uses it. */
import type { LrsTrackerOptions } from '../../src/tracking/lrs/lrs-launch.ts';
import { MemoryStorage } from '../session/memory.ts';

type Page = LrsTrackerOptions['page'];

export class LaunchedPage {
  address: URL;
  closed = false;
  visibility: DocumentVisibilityState = 'visible';
  /** Where the page was sent to. */
  wentTo: string | undefined;
  /** What the address bar has shown. */
  readonly shown: string[] = [];
  readonly storage: MemoryStorage;
  readonly #listeners = new Map<string, ((event: Event) => void)[]>();
  /** Keeps its address whatever is asked, as a page opened from a file does. */
  stubborn = false;

  /** @param storage session storage of a tab that was there before */
  constructor(address: string, storage = new MemoryStorage()) {
    this.address = new URL(address);
    this.storage = storage;
  }

  /** The same tab, loaded again from what its address bar shows now. */
  reloaded(): LaunchedPage {
    return new LaunchedPage(this.address.href, this.storage);
  }

  press(key: string, modifiers: { readonly ctrlKey?: boolean } = {}): void {
    for (const listener of this.#listeners.get('keydown') ?? []) {
      listener({ key, ctrlKey: false, metaKey: false, ...modifiers } as unknown as Event);
    }
  }

  get window(): Page {
    const page = this as LaunchedPage;
    const location = {
      get href() {
        return page.address.href;
      },
      get search() {
        return page.address.search;
      },
      get pathname() {
        return page.address.pathname;
      },
      get hash() {
        return page.address.hash;
      },
      assign: (url: string) => (page.wentTo = url),
    };
    const history = {
      state: null,
      replaceState: (_state: unknown, _title: string, url: string) => {
        if (page.stubborn) throw new DOMException('not here', 'SecurityError');
        page.address = new URL(url, page.address);
        page.shown.push(page.address.href);
      },
    };
    return {
      location,
      history,
      document: {
        get visibilityState() {
          return page.visibility;
        },
      },
      get sessionStorage() {
        return page.storage;
      },
      close: () => (page.closed = true),
      addEventListener: (type: string, listener: (event: Event) => void) =>
        this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]),
    } as unknown as Page;
  }
}
