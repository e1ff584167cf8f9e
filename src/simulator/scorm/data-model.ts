/** The player's copy of the data model: scorm-again, with the profile's limits in front of it and the exact texts kept beside it. */
import { Scorm12API } from 'scorm-again/scorm12';
import { Scorm2004API } from 'scorm-again/scorm2004';
import { isPlainText, limitCode, type ModelView } from './limit-check.ts';
import type { LmsHabits, ScormStandard } from '../lms-profile.ts';
import { elementNames, isResponse, listElement } from './scorm-elements.ts';

/** What the strict layer asks of scorm-again; both its classes offer it. */
interface RunTime {
  loadFromFlattenedJSON(values: Record<string, string>): void;
  lmsInitialize(parameter?: string): string;
  lmsSetValue(element: string, value: string): string;
  lmsGetValue(element: string): string;
  lmsGetLastError(): string;
}

const LISTS = ['objectives', 'interactions'] as const;
type List = (typeof LISTS)[number];

const quiet = { autocommit: false, logLevel: 5, lmsCommitUrl: false } as const;
const typeErrors = new Set(['405', '406']);

export class DataModel implements ModelView {
  readonly #runTime: RunTime;
  /** Texts exactly as set or handed over: scorm-again is stricter than some LMSs about them. */
  readonly #texts = new Map<string, string>();
  readonly #counts: Record<List, number> = { objectives: 0, interactions: 0 };
  readonly #types = new Map<number, string>();

  constructor(
    private readonly standard: ScormStandard,
    private readonly habits: LmsHabits,
    values: Readonly<Record<string, string>>,
  ) {
    const Api = standard === 'scorm12' ? Scorm12API : Scorm2004API;
    this.#runTime = new Api(quiet) as unknown as RunTime;
    this.#load(values);
    this.#runTime.lmsInitialize('');
  }

  count(list: List): number {
    return this.#counts[list];
  }

  interactionType(index: number): string {
    return this.#types.get(index) ?? '';
  }

  identifierAt(list: List, index: number): string | undefined {
    return this.#texts.get(`cmi.${list}.${String(index)}.id`);
  }

  /** @returns the standard's error code, '0' where the value was taken. */
  set(element: string, value: string): string {
    const refused = limitCode(this.standard, this.habits.limits, this, element, value);
    if (refused) return refused;
    const taken = this.#runTime.lmsSetValue(element, value) === 'true';
    const code = taken ? '0' : this.#runTime.lmsGetLastError();
    if (!taken && !this.#isLaxerHere(element, code)) return code === '0' ? '101' : code;
    this.#remember(element, value);
    return '0';
  }

  get(element: string): { readonly value: string; readonly code: string } {
    const place = listElement(element);
    const text = this.#texts.get(element);
    if (text !== undefined && !(place?.list === 'interactions' && this.standard === 'scorm12')) return { value: text, code: '0' };
    const counted = /^cmi\.(objectives|interactions)\._count$/.exec(element);
    if (counted) return { value: String(this.count(counted[1] as List)), code: '0' };
    if (this.standard === 'scorm2004' && place && place.index >= this.count(place.list)) return { value: '', code: '301' };
    const value = this.#runTime.lmsGetValue(element);
    return { value, code: this.#runTime.lmsGetLastError() };
  }

  /** All that was set or handed over of them. */
  interactions(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#texts].filter(([element]) => element.startsWith('cmi.interactions.')));
  }

  /** The exact text of an element that a course may not read, for LMSs that let it. */
  textOf(element: string): string | undefined {
    return this.#texts.get(element);
  }

  /** scorm-again refuses forms, newlines and gaps that this LMS's table takes. */
  #isLaxerHere(element: string, code: string): boolean {
    if (typeErrors.has(code)) return isPlainText(element);
    return (code === '201' || code === '351') && !this.habits.limits.refusesGap && listElement(element) !== undefined;
  }

  #remember(element: string, value: string): void {
    const place = listElement(element);
    if (place) {
      this.#counts[place.list] = Math.max(this.#counts[place.list], place.index + 1);
      if (place.list === 'interactions' && place.field === 'type') this.#types.set(place.index, value);
    }
    if (isPlainText(element) || place) this.#texts.set(element, value);
  }

  #load(values: Readonly<Record<string, string>>): void {
    const names = elementNames[this.standard];
    const loaded: Record<string, string> = {};
    for (const [element, value] of Object.entries(values)) {
      const place = listElement(element);
      if (place?.list === 'interactions' && this.habits.limits.interactionsStartAtZero) continue;
      this.#remember(element, value);
      if (isResponse(element) || element === names.state || element === names.location) continue;
      loaded[element] = value;
    }
    if (this.habits.answers.countsByName) for (const list of LISTS) this.#counts[list] = countedByName(list, Object.keys(values));
    try {
      this.#runTime.loadFromFlattenedJSON(loaded);
    } catch (cause) {
      throw new Error('The stored attempt does not load into the run-time. Reset the learner in the preview, or look at what was stored.', {
        cause,
      });
    }
  }
}

/** As the Moodle app does it: the next index is one more, and any beyond it is taken for its own number less one. */
function countedByName(list: List, elements: readonly string[]): number {
  return [...elements].sort().reduce((count, element) => {
    const place = listElement(element);
    if (place?.list !== list || place.index < count) return count;
    return place.index === count ? count + 1 : place.index - 1;
  }, 0);
}
