import type { ReactiveController, ReactiveElement } from 'lit';
import { bringIntoSight, isDrawn, isInSight } from '../../exercises/shared/bring-into-view.ts';
import { focusedField, textInSight } from './in-sight.ts';

/** The page stands still for so long before what is in sight is remembered, milliseconds. */
const PAUSE = 200;

/**
 * Keeps the learner's place in a window that gets another width, as that of a telephone which is turned: the field in which she writes, else what
 * she reads. Chrome on Android keeps the place of what stands at the window's top, which is the header, and so throws the page to its beginning
 * before the page hears of it.
 */
export class TurnedWindow implements ReactiveController {
  #width = innerWidth;
  #seen: { readonly element: Element; readonly top: number } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveElement) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('resize', this.#resized);
    window.addEventListener('scroll', this.#scrolled, { passive: true });
  }

  hostDisconnected(): void {
    window.removeEventListener('resize', this.#resized);
    window.removeEventListener('scroll', this.#scrolled);
    clearTimeout(this.#timer);
    this.#seen = undefined;
  }

  readonly #scrolled = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), PAUSE);
  };

  #look(): void {
    const element = textInSight();
    this.#seen = element ? { element, top: element.getBoundingClientRect().top } : undefined;
  }

  readonly #resized = (): void => {
    if (innerWidth === this.#width) return;
    this.#width = innerWidth;
    clearTimeout(this.#timer);
    const [field, seen] = [focusedField(), this.#seen];
    requestAnimationFrame(() => {
      if (field) bringIntoSight(field);
      else if (seen && isDrawn(seen.element) && !isInSight(seen.element))
        window.scrollBy(0, seen.element.getBoundingClientRect().top - seen.top);
      this.#scrolled();
    });
  };
}
