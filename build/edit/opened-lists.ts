/** What can be done with the lists that an opened text stands in. */
import { listsAround } from './list-shape.ts';
import type { TextSlot } from './new-value.ts';
import type { OpenedList } from './page-messages.ts';
import type { SourcePlace } from './source-place.ts';
import { yamlOf } from './source-text.ts';
import { yamlItems } from './yaml-list.ts';
import { valueOf } from './yaml-text.ts';

/**
 * A list is the same in all languages: it is changed where it is written first.
 * @param source text of the place's file
 * @param main the course's main language
 */
export function openedLists(place: SourcePlace, source: string, main: string): OpenedList[] {
  if ('lines' in place || !isWrittenFirst(place, main)) return [];
  const yaml = yamlOf(place.file, source);
  return listsAround(place.file, place.path, valueOf(yaml), main).map(({ path, fewest, most, slots }) => {
    const items = yamlItems(yaml, path) ?? [];
    const step = place.path[path.length];
    return {
      name: String(path.at(-1)),
      index: typeof step === 'object' ? items.findIndex((item) => (item as { readonly id?: unknown }).id === step.id) : Number(step),
      count: items.length,
      canAdd: items.length < most,
      canRemove: items.length > fewest,
      slots: slots.map(nameOf),
    };
  });
}

function isWrittenFirst({ file }: SourcePlace, main: string): boolean {
  return file.startsWith(`${main}/`) || file.endsWith('.yaml');
}

function nameOf(slot: TextSlot): string {
  return slot.filter((each) => typeof each === 'string').join('.');
}
