/** The rules of an exercise or of a chapter: what a translation keeps as it is, because it decides what is done and what is reported. */
import { say } from './say.ts';

/** `strengths.minimum` → `2`. */
type Rules = ReadonlyMap<string, string>;

/** Keys whose texts are ids and no words. */
const idKeys = new Set(['kind', 'sign', 'classes', 'answersOf']);

/** @returns the first rule that differs, in words for authors; undefined where none does */
export function differentRule(original: object, translation: object): string | undefined {
  const there = rulesOf(original);
  const here = rulesOf(translation);
  for (const key of new Set([...there.keys(), ...here.keys()])) {
    const [wanted, found] = [there.get(key), here.get(key)];
    if (wanted !== found) return say`${key} on ${found ?? say`pois`}, alkuperäisessä ${wanted ?? say`pois`}.`;
  }
  return undefined;
}

/** Every number, yes or no, and id below a value, by its path; what has an id of its own is named by it. */
function rulesOf(value: unknown, path = '', key = ''): Rules {
  if (typeof value === 'number' || typeof value === 'boolean') return new Map([[path, String(value)]]);
  if (typeof value === 'string') return new Map(idKeys.has(key) ? [[path, value]] : []);
  if (idKeys.has(key) && Array.isArray(value)) return new Map([[path, value.length === 0 ? say`tyhjä` : value.join(', ')]]);
  if (typeof value !== 'object' || value === null) return new Map();
  const entries = Object.entries(value).map(([name, inner]): [string, string, unknown] => {
    const own = Array.isArray(value) && hasId(inner) ? inner.id : name;
    return [path === '' ? own : `${path}.${own}`, name, inner];
  });
  return new Map(entries.flatMap(([place, name, inner]) => [...rulesOf(inner, place, name)]));
}

function hasId(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}
