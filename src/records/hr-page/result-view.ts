/** The table that the worker has made: the sections of the page that is saved, with its list of people at work. */
import { fitCharts } from '../page/fit-charts.ts';
import type { PageRow } from '../page/page-data.ts';
import { startPeopleList, type PeopleList } from '../page/people-list.ts';
import type { ShownTable } from './worker-messages.ts';

/** Fields of the list of people whose values outlive a new table. */
const FIELDS = ['search', 'unit', 'status', 'lacks'];

export class ResultView {
  readonly #place: HTMLElement;
  #list: PeopleList | undefined;
  #number = 0;

  constructor(place: HTMLElement) {
    this.#place = place;
  }

  show({ number, sections, data, rowsToCome }: ShownTable): void {
    const before = FIELDS.map((id) => [id, fieldOf(id)?.value ?? ''] as const);
    const focused = document.activeElement?.id ?? '';
    this.clear();
    this.#number = number;
    this.#place.innerHTML = sections;
    for (const [id, value] of before) {
      const field = fieldOf(id);
      if (field) field.value = value;
      // A unit that is no more would leave the filter without a choice.
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = '';
    }
    this.#list = startPeopleList(data, rowsToCome);
    fitCharts();
    if (FIELDS.includes(focused)) fieldOf(focused)?.focus();
  }

  append(number: number, rows: readonly PageRow[]): void {
    if (number === this.#number) this.#list?.append(rows);
  }

  clear(): void {
    this.#list?.stop();
    this.#list = undefined;
    this.#number = 0;
    this.#place.replaceChildren();
  }
}

function fieldOf(id: string): HTMLInputElement | HTMLSelectElement | null {
  return document.getElementById(id) as HTMLInputElement | HTMLSelectElement | null;
}
