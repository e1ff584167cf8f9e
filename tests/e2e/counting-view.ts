/** Another view's actions, counted: each press, and each field that is written in. */
import type { CourseView, Place } from './view.ts';

export class CountingView implements CourseView {
  /** In words, in their order: what a failing test tells. */
  readonly actions: string[] = [];

  constructor(private readonly view: CourseView) {}

  async click(place: Place): Promise<void> {
    this.actions.push(`presses ${nameOf(place)}`);
    await this.view.click(place);
  }

  async fill(place: Place, text: string): Promise<void> {
    this.actions.push(`writes into ${nameOf(place)}`);
    await this.view.fill(place, text);
  }

  read<T>(place: Place, reading: (elements: Element[]) => T): Promise<T> {
    return this.view.read(place, reading);
  }
}

function nameOf({ css, text, within }: Place): string {
  return [within && nameOf(within), css, text].filter(Boolean).join(' ');
}
