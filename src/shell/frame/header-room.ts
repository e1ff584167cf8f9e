import type { ReactiveController, ReactiveElement } from 'lit';
import { focusedField } from './in-sight.ts';

/** Some air between the header and what is scrolled to, in pixels. */
const AIR = 24;
/** So much of the window's height the bars may cover together, and the header's own line alone. */
const MOST_COVERED = 1 / 3;
const MOST_BY_HEADER = 1 / 4;
/** And so much together with the news that a class is earned, which goes away once it is read. */
const MOST_WITH_NEWS = 1 / 2;
/** A telephone on its side, or 400 %: the text needs all the room there is. The same as in the styles. */
const LOW_WINDOW = '(max-height: 25em)';

/**
 * Keeps what is scrolled to, and what gets the focus, clear of a header that grows when it has something to tell; and lets header and footer
 * scroll away with the page where large letters make them so tall that too little of the page would be left.
 */
export class HeaderRoom implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #observer = new ResizeObserver(() => this.#measure());
  #header: HTMLElement | null = null;
  /** So much of the window's foot is covered. */
  #below = Infinity;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('resize', this.#measure);
  }

  hostUpdated(): void {
    const header = this.#find('.top');
    if (header === this.#header) return;
    this.#forget();
    this.#header = header;
    for (const bar of [header, this.#find('aspa-course-header'), this.#find('.bottom')]) if (bar) this.#observer.observe(bar);
  }

  hostDisconnected(): void {
    window.removeEventListener('resize', this.#measure);
    this.#forget();
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }

  #forget(): void {
    this.#observer.disconnect();
    this.#header = null;
    document.documentElement.style.removeProperty('scroll-padding-top');
    document.documentElement.style.removeProperty('scroll-padding-bottom');
  }

  /** Of the bars below, what stays in sight, in pixels: the way on and the news, else the news, else its beginning. */
  #pinnedBelow(line: number, covered: number, bottom: number): number {
    const footer = this.#find('aspa-course-footer')?.offsetHeight ?? 0;
    const news = bottom - footer;
    const isLow = matchMedia(LOW_WINDOW).matches || line > innerHeight * MOST_BY_HEADER;
    const stays = isLow || line + footer > innerHeight * MOST_COVERED ? 0 : footer;
    if (news === 0) return stays;
    const room = innerHeight * MOST_WITH_NEWS - covered;
    return [stays + news, news].find((height) => height <= room) ?? Math.max(0, Math.floor(room));
  }

  readonly #measure = (): void => {
    // The line that is always there, without what goes wrong with saving: a header that tells that must not leave while it is read.
    const line = this.#find('aspa-course-header')?.offsetHeight ?? 0;
    const bottom = this.#find('.bottom');
    this.#find('.shell')?.classList.toggle('bars-flow', line > innerHeight * MOST_BY_HEADER);
    const header = this.#header ? getComputedStyle(this.#header) : { position: '', height: '' };
    const covered = header.position === 'sticky' ? Number.parseFloat(header.height) : 0;
    this.#find('.shell')?.style.setProperty('--top', `${String(covered)}px`);
    document.documentElement.style.setProperty(
      'scroll-padding-top',
      `calc(max(${String(covered)}px, var(--lms-down, 0px)) + ${String(AIR)}px)`,
    );
    const height = bottom?.offsetHeight ?? 0;
    const below = this.#pinnedBelow(line, covered, height);
    this.#find('.shell')?.classList.toggle('bottom-flows', below === 0);
    this.#find('.shell')?.style.setProperty('--below', `${String(below)}px`);
    bottom?.style.setProperty('--under', `${String(height - below)}px`);
    document.documentElement.style.setProperty('scroll-padding-bottom', `${String(below + AIR)}px`);
    if (below > this.#below) focusedField()?.scrollIntoView({ block: 'nearest' });
    this.#below = below;
  };
}
