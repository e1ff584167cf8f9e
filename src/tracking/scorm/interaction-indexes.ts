/**
 * Answers as the LMS lists them. A question keeps its index for ever, and so does each further part of a long answer (`id.2`): trainers'
 * reports go by the index, and some LMSs blank what stands at an index that is skipped.
 */
import type { Answers, FieldId } from '../../course/answers.ts';
import { joinedLabels } from '../../course/joined-labels.ts';
import { cleanResponse, type ResponseRules } from './cleaned-response.ts';
import type { Entry } from './scorm-model.ts';
import { cutResponse, GOES_ON, splitResponse } from './split-response.ts';
import type { Interaction } from '../tracker.ts';

/** One interaction of the data model. */
export interface ReportedPart {
  readonly index: number;
  readonly id: string;
  /** Text for every type but `choice` and `likert` given by ids. */
  readonly response: string;
  readonly interaction: Interaction;
  /** It stays in the LMS as it is, and only holds its index, since none may be skipped. */
  readonly isKept?: boolean;
}

export interface ReportRules extends ResponseRules {
  /** Words for options where the trainer reads the response itself, their ids where the LMS looks them up. */
  readonly options: 'labels' | 'ids';
  /** Whether a question has its index before it is answered. */
  readonly unanswered: boolean;
  /** Most bytes that all interactions may take on the way to the LMS. */
  readonly bytes: number;
  /** Those that were found in the LMS, from the first on, with what each takes: one of them is not told before it is answered again… */
  readonly found: readonly number[];
  /** Those hold their indexes, for an LMS that takes no index without the ones before it. */
  readonly holdsFound: boolean;
  /** …but for questions whose answers nobody else may read any more: those are emptied. */
  readonly withheld: Pick<ReadonlySet<FieldId>, 'has'>;
  /** Bytes that one of them takes with its names, as it is set. */
  sizeOf(part: ReportedPart): number;
}

export interface InteractionReport {
  /** What is told. */
  readonly parts: readonly ReportedPart[];
  /** The ids in the order of their indexes; to be kept in the state. */
  readonly order: readonly string[];
  /** Bytes that those take which were found in the LMS and are not told. */
  readonly left: number;
}

/** One question with all that is to be told of it. */
interface Answered {
  readonly interaction: Interaction;
  readonly text: string;
  /** The text may be told up to a mark only. */
  readonly mayBeCut: boolean;
}

/**
 * All that the learner has answered. What is too long together is shortened, the longest answers first.
 *
 * @param order the ids as they were indexed before
 * @param answers texts for questions that the content no longer has
 */
export function reportInteractions(
  interactions: readonly Interaction[],
  order: readonly string[],
  answers: Answers,
  rules: ReportRules,
): InteractionReport {
  const known = new Map(interactions.map((interaction) => [interaction.id, interaction]));
  for (const id of order) {
    const question = known.has(id) ? id : questionOf(id);
    if (!known.has(question)) known.set(question, removedQuestion(question, answers));
  }
  const indexed = new Set(order);
  const asked = [...known.values()]
    .filter(({ id, response }) => rules.unanswered || response.length > 0 || indexed.has(id))
    .map((interaction): Answered => ({
      interaction,
      text: textOf(interaction, rules),
      mayBeCut: interaction.type === 'text' || rules.options === 'labels',
    }));
  let longest = Math.max(0, ...asked.map(({ text }) => text.length));
  // An index that may hold an answer of hers is that of a question. Behind them all may be further parts of her answers: none is added.
  const places = rules.holdsFound ? [...new Set([...order, ...asked.map(({ interaction }) => interaction.id)])] : order;
  let parts = partsOf(asked, places, known, longest, rules);
  const isLeft = ({ index, interaction: { id, at } }: ReportedPart): boolean =>
    index < rules.found.length && at === 0 && !rules.withheld.has(id);
  const sizeOf = (part: ReportedPart): number => (isLeft(part) ? (rules.found[part.index] ?? 0) : rules.sizeOf(part));
  while (longest > 0 && parts.reduce((sum, part) => sum + sizeOf(part), 0) > rules.bytes) {
    longest = longest > 20 ? Math.floor(longest * 0.9) : 0;
    parts = partsOf(asked, places, known, longest, rules);
  }
  const listed = fittingOf(parts, places.length, rules.bytes, sizeOf);
  const left = parts.filter(isLeft).reduce((sum, part) => sum + sizeOf(part), 0);
  const last = listed.findLastIndex((part) => !isLeft(part));
  const told = rules.holdsFound
    ? listed.slice(0, last + 1).map((part) => ({ ...part, isKept: isLeft(part) }))
    : listed.filter((part) => !isLeft(part));
  return { parts: told, order: listed.map(({ id }) => id), left };
}

/** What is the same in all of them: it holds an index, and changes nothing that stands there. */
export function placeOnly(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(([element]) => element.endsWith('.type'));
}

/** Where not even their names fit, only the first of them are told; what has an index keeps it. */
function fittingOf(
  parts: readonly ReportedPart[],
  indexed: number,
  bytes: number,
  sizeOf: (part: ReportedPart) => number,
): readonly ReportedPart[] {
  let left = bytes;
  const count = parts.findIndex((part) => (left -= sizeOf(part)) < 0);
  return count < 0 ? parts : parts.slice(0, Math.max(count, indexed));
}

/** @param longest of what may be cut no more than so many units are told; an answer that gets no further part is told in those that it has */
function partsOf(
  asked: readonly Answered[],
  order: readonly string[],
  known: ReadonlyMap<FieldId, Interaction>,
  longest: number,
  { length, holdsFound }: ReportRules,
): ReportedPart[] {
  const responses = new Map<string, string>();
  for (const { interaction, text, mayBeCut } of asked) {
    const { id } = interaction;
    const room = holdsFound ? order.filter((part) => questionOf(part) === id).length * (length - 1) : Infinity;
    const most = text.length > room ? Math.min(longest, room - GOES_ON.length) : longest;
    const told = mayBeCut && text.length > most ? cutResponse(text, most) : text;
    splitResponse(told, length - 1).forEach((response, index) => responses.set(index === 0 ? id : `${id}.${index + 1}`, response));
  }
  const indexed = new Set(order);
  return [...order, ...[...responses.keys()].filter((id) => !holdsFound && !indexed.has(id))].map((id, index) => ({
    index,
    id,
    response: responses.get(id) ?? '',
    interaction: (known.get(id) ?? known.get(questionOf(id))) as Interaction,
  }));
}

function textOf({ type, response, options = [] }: Interaction, rules: ReportRules): string {
  if (type === 'text') return cleanResponse(response.join(', '), rules);
  if (rules.options === 'ids') return response.join('[,]');
  return cleanResponse(joinedLabels(response.map((id) => options.find((option) => option.id === id)?.label ?? id)), rules);
}

/** The question of a part; no id of a question ends in a number alone. */
function questionOf(id: string): string {
  return id.replace(/\.\d+$/, '');
}

/** A question that the content no longer has keeps its place and the learner's answer. */
function removedQuestion(id: string, answers: Answers): Interaction {
  const answer = answers.get(id);
  return { id, type: 'text', description: id, response: answer?.text.trim() ? [answer.text] : [], at: answer?.at ?? 0 };
}
