/** What becomes of learners' work when a package takes the place of an older one in an LMS. */
import { identifiersOf, type Identifier } from '../../build/identifiers.ts';
import type { ChapterPart, Course } from '../course/course.ts';
import { definitionOf } from '../course/fields.ts';
import { currentClass, type MovedIds } from '../course/moved-ids.ts';
import { reportedUnder, shortNameOf } from '../course/course-identifiers.ts';
import { settingsOf, type CourseContent, type CourseSettings } from '../course/settings.ts';
import { compareFields, type FieldChange } from './compare-fields.ts';
import { compareRules, type RuleChange } from './compare-rules.ts';
import type { PackageInHand } from './read-package.ts';

/** What changes for learners. `ids` are those of the older package, a renamed one followed by its new name. */
export type Finding =
  | { readonly kind: 'standard' | 'course' | 'shape' | 'older'; readonly before: string; readonly after: string }
  | { readonly kind: ListKind | RuleChange | FieldChange; readonly ids: readonly string[] }
  | { readonly kind: 'setting'; readonly setting: ComparedSetting };

type ListKind = 'removed-class' | 'removed-field' | 'removed-option' | 'retyped' | 'language' | 'new-class' | 'new-field' | 'renamed';
type ComparedSetting = 'statusWhenComplete' | 'report' | 'completeWhen' | 'lrs';

/** loss: something that learners have done is no longer seen, or is seen by whom it was not written for; attention: somebody should know; fine: nothing to do. */
export type Weight = 'loss' | 'attention' | 'fine';

const WEIGHTS: Readonly<Record<Finding['kind'], Weight>> = {
  standard: 'loss',
  course: 'loss',
  shape: 'loss',
  'removed-class': 'loss',
  'removed-field': 'loss',
  'removed-option': 'loss',
  retyped: 'loss',
  'licence-stricter': 'loss',
  unveiled: 'loss',
  older: 'attention',
  language: 'attention',
  'new-class': 'attention',
  'new-field': 'attention',
  'licence-later': 'attention',
  'licence-eased': 'attention',
  'valid-for': 'attention',
  'class-later': 'attention',
  'class-changed': 'attention',
  required: 'attention',
  shortened: 'attention',
  setting: 'attention',
  renamed: 'fine',
};

export function weightOf({ kind }: Finding): Weight {
  return WEIGHTS[kind];
}

/** The gravest first. Nothing where learners notice nothing. */
export function comparePackages(older: PackageInHand, newer: PackageInHand): Finding[] {
  const after = newer.contents[0];
  const shapes = shapeChange(older, newer);
  if (shapes.length > 0) return shapes;
  const before = older.settings ? older.contents[0] : inPresentForm(older.contents[0], after);
  const findings: Finding[] = [
    ...changed('standard', older.kind.name, newer.kind.name),
    ...changed('course', before.id, after.id),
    ...changed('course', shortNameOf(before), shortNameOf(after)),
    ...compareIds(before, after),
    ...compareFields(withKnownKinds(before), withKnownKinds(after), (id) => movedField(id, after.moved)),
    ...compareRules(withKnownKinds(before), withKnownKinds(after)),
    ...(isOlder(after.version, before.version) ? changed('older', before.version, after.version) : []),
    ...listed('language', languagesGone(older, newer)),
    ...compareSettings(older.settings, newer.settings),
  ];
  const rank: readonly Weight[] = ['loss', 'attention', 'fine'];
  return findings.sort((one, other) => rank.indexOf(weightOf(one)) - rank.indexOf(weightOf(other)));
}

/** The whole course, a part of it, and all parts are different courses to an LMS: what else differs is of no account. */
function shapeChange(older: PackageInHand, newer: PackageInHand): Finding[] {
  const [before, after] = [older.contents[0], newer.contents[0]];
  const isSame = before.part?.key === after.part?.key && older.holdsParts === newer.holdsParts;
  if (isSame || reportedUnder(before) !== reportedUnder(after)) return [];
  return changed('shape', nameOf(older), nameOf(newer));
}

function nameOf({ contents: [{ title }], holdsParts }: PackageInHand): string {
  return holdsParts ? `${title}: osat` : title;
}

function changed(kind: 'standard' | 'course' | 'shape' | 'older', before: string, after: string): Finding[] {
  return before === after ? [] : [{ kind, before, after }];
}

function listed(kind: ListKind, ids: readonly string[]): Finding[] {
  return ids.length === 0 ? [] : [{ kind, ids }];
}

function languagesGone(older: PackageInHand, newer: PackageInHand): string[] {
  const now = newer.contents.map(({ language }) => language);
  return older.contents.map(({ language }) => language).filter((language) => !now.includes(language));
}

function compareIds(before: CourseContent, after: CourseContent): Finding[] {
  const [old, now] = [knownIds(before), knownIds(after)];
  const current = new Map(now.map((identifier) => [keyOf(identifier), identifier]));
  const moved = old.map((identifier) => ({ identifier, to: movedTo(identifier, after.moved) }));
  const there = new Set(moved.map(({ to }) => keyOf(to)));
  const gone = moved.filter(({ to }) => !current.has(keyOf(to)));
  const goneFields = new Set(gone.filter(({ to }) => to.kind === 'field').map(({ to }) => to.id));
  const idsOf = (kind: Identifier['kind'], found: readonly { readonly identifier: Identifier }[]): string[] =>
    found.flatMap(({ identifier }) => (identifier.kind === kind ? [identifier.id] : []));
  const kept = moved.filter(({ to }) => current.has(keyOf(to)));
  // With a question all of its options are gone, and with it they come.
  const options = gone.filter(({ to }) => !goneFields.has(fieldOfOption(to)));
  const isNew = now.filter((identifier) => !there.has(keyOf(identifier)));
  return [
    ...listed('removed-class', idsOf('class', gone)),
    ...listed('removed-field', idsOf('field', gone)),
    ...listed('removed-option', idsOf('option', options)),
    ...listed(
      'retyped',
      kept.filter(({ identifier, to }) => current.get(keyOf(to))?.type !== identifier.type).map(({ identifier }) => identifier.id),
    ),
    ...listed(
      'renamed',
      kept.filter(({ identifier, to }) => identifier.id !== to.id).map(({ identifier, to }) => `${identifier.id} → ${to.id}`),
    ),
    ...listed(
      'new-class',
      isNew.filter(({ kind }) => kind === 'class').map(({ id }) => id),
    ),
    ...listed(
      'new-field',
      isNew.filter(({ kind }) => kind === 'field').map(({ id }) => id),
    ),
  ];
}

/** Release 1.0 had fewer keys in an exercise: what one lacks is taken from the same exercise of the newer course, so that its ids can be asked for. */
function inPresentForm(content: CourseContent, newer: CourseContent): CourseContent {
  const exercises = new Map(
    newer.chapters.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.type === 'html' ? [] : [[part.exercise.id, part.exercise] as const])),
    ),
  );
  const completed = (part: ChapterPart): ChapterPart => {
    const same = part.type === 'html' ? undefined : exercises.get(part.exercise.id);
    return part.type === 'html' || same?.kind !== part.exercise.kind
      ? part
      : { ...part, exercise: { ...same, ...part.exercise } as typeof part.exercise };
  };
  return { ...content, chapters: content.chapters.map((chapter) => ({ ...chapter, parts: chapter.parts.map(completed) })) };
}

function isKnown(part: ChapterPart): boolean {
  return part.type === 'html' || (definitionOf(part.exercise) as unknown) !== undefined;
}

/** Without exercises of kinds that this release does not know. */
function withKnownKinds(content: CourseContent): CourseContent {
  return { ...content, chapters: content.chapters.map((chapter) => ({ ...chapter, parts: chapter.parts.filter(isKnown) })) };
}

/** A kind of exercise that this release does not know tells nothing of its ids but its own. */
function knownIds(content: CourseContent): Identifier[] {
  const unknown = content.chapters.flatMap(({ parts }) =>
    parts.flatMap((part): Identifier[] => (part.type === 'html' || isKnown(part) ? [] : [{ kind: 'field', id: part.exercise.id }])),
  );
  return [...identifiersOf(withKnownKinds(content) as unknown as Course), ...unknown];
}

const keyOf = ({ kind, id }: Identifier): string => `${kind} ${id}`;

/** An option's id is its field's and its own, with a space between. */
const fieldOfOption = ({ kind, id }: Identifier): string => (kind === 'option' ? (id.split(' ')[0] ?? '') : '');

/** Where the newer package looks for what an older one has stored. */
function movedTo(identifier: Identifier, moved: MovedIds): Identifier {
  if (identifier.kind === 'class') return { ...identifier, id: currentClass(identifier.id, moved) };
  const [field = '', option] = identifier.id.split(' ');
  const now = movedField(field, moved);
  if (option === undefined) return { ...identifier, id: now };
  const options = Object.hasOwn(moved.options, now) ? moved.options[now] : undefined;
  const other = options && Object.hasOwn(options, option) ? options[option] : undefined;
  return { ...identifier, id: `${now} ${other ?? option}` };
}

function movedField(id: string, { fields }: MovedIds): string {
  for (const [from, to] of Object.entries(fields)) {
    if (from === id) return to;
    if (from.endsWith('.*') && id.startsWith(`${from}.`)) return to + id.slice(from.length);
  }
  return id;
}

/** What learners or reports notice; without settings in the page a package did what these settings do by themselves. */
function compareSettings(before: CourseSettings | undefined, after: CourseSettings | undefined): Finding[] {
  if (!before || !after) return [];
  const [old, now] = [settingsOf(before), settingsOf(after)];
  const differs: Finding[] = [];
  const note = (setting: ComparedSetting, one: unknown, other: unknown): void => {
    if (JSON.stringify(one) !== JSON.stringify(other)) differs.push({ kind: 'setting', setting });
  };
  note('statusWhenComplete', old.statusWhenComplete ?? 'completed', now.statusWhenComplete ?? 'completed');
  note('report', old.report, now.report);
  note('completeWhen', old.completeWhen, now.completeWhen);
  note('lrs', old.lrs ?? '', now.lrs ?? '');
  return differs;
}

/** By its parts as numbers: `1.10` is newer than `1.9`. */
function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) < 0;
}
