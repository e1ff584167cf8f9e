/**
 * Answers as the LMS lists them. A question keeps its index for ever, and so does each further part of a long answer (`id.2`): trainers'
 * reports go by the index, and some LMSs blank what stands at an index that is skipped.
 */
import type { Answers } from '../course/answers.ts';
import { currentId, type MovedIds } from '../course/moved-ids.ts';
import { cleanResponse, splitResponse, type ResponseRules } from './response-text.ts';
import type { Interaction } from './tracker.ts';

/** One interaction of the data model. */
export interface ReportedPart {
  readonly index: number;
  readonly id: string;
  /** Text for every type but `choice` and `likert` given by ids. */
  readonly response: string;
  readonly interaction: Interaction;
}

export interface ReportRules extends ResponseRules {
  /** Words for options where the trainer reads the response itself, their ids where the LMS looks them up. */
  readonly options: 'labels' | 'ids';
  /** Whether a question has its index before it is answered. */
  readonly unanswered: boolean;
  /** Most bytes that all interactions should take on the way to the LMS. */
  readonly bytes: number;
  /** Bytes that an interaction takes besides its response: names and boundaries of its elements, id and description. */
  readonly overhead: number;
}

export interface InteractionReport {
  readonly parts: readonly ReportedPart[];
  /** The ids in the order of their indexes; to be kept in the state. */
  readonly order: readonly string[];
  /** Ids of answers that are told up to a mark only, since all of them together would be over `bytes`. */
  readonly shortened: readonly string[];
}

const GOES_ON = ' […]';
/** However many answers there are, so much is told of each. */
const SHORTEST = 60;

/**
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
  const indexed = new Set(order);
  const removed = order.filter((id) => questionOf(id) === id && !known.has(id)).map((id) => removedQuestion(id, answers));
  const asked = [...interactions, ...removed]
    .filter(({ id, response }) => rules.unanswered || response.length > 0 || indexed.has(id))
    .map((interaction) => ({ interaction, text: textOf(interaction, rules) }));
  const longest = longestFor(
    asked.map(({ text }) => text),
    rules,
  );
  const texts = new Map<string, { response: string; interaction: Interaction }>();
  const shortened: string[] = [];
  for (const { interaction, text } of asked) {
    if (text.length > longest) shortened.push(interaction.id);
    const told = text.length > longest ? (splitResponse(text, longest)[0] ?? '') + GOES_ON : text;
    splitResponse(told, rules.length - 1).forEach((response, index) =>
      texts.set(index === 0 ? interaction.id : `${interaction.id}.${index + 1}`, { response, interaction }),
    );
  }
  const complete = [...order, ...[...texts.keys()].filter((id) => !indexed.has(id))];
  return {
    order: complete,
    shortened,
    parts: complete.map((id, index) => {
      const question = questionOf(id);
      const text = texts.get(id);
      return {
        index,
        id,
        response: text?.response ?? '',
        interaction: text?.interaction ?? known.get(question) ?? removedQuestion(question, answers),
      };
    }),
  };
}

/** The order as it was kept in the state, under the ids of now. Release 1.0.0 named parts `id~2`, which Moodle's SCORM 2004 does not take. */
export function readOrder(kept: string, moved: MovedIds): readonly string[] {
  const ids = kept.split(' ').filter(Boolean);
  return ids.map((id) => {
    const [, question = id, part] = /^(.*)~(\d+)$/.exec(id) ?? [];
    const current = currentId(question, moved);
    return part === undefined ? current : `${current}.${part}`;
  });
}

/** The question of a part; no id of a question ends in a number alone. */
function questionOf(id: string): string {
  return id.replace(/\.\d+$/, '');
}

function textOf({ type, response, options = [] }: Interaction, rules: ReportRules): string {
  if (type === 'text') return cleanResponse(response.join(', '), rules);
  if (rules.options === 'ids') return response.join('[,]');
  return cleanResponse(response.map((id) => options.find((option) => option.id === id)?.label ?? id).join(', '), rules);
}

/** The longest that an answer may be for all of them to fit: long ones give way first. */
function longestFor(texts: readonly string[], { bytes, overhead }: Pick<ReportRules, 'bytes' | 'overhead'>): number {
  const sizes = texts.map((text) => ({ units: text.length, size: utf8Length(text) }));
  const fits = (longest: number): boolean =>
    sizes.reduce((sum, { units, size }) => sum + overhead + (units > longest ? size * (longest / units) + 8 : size), 0) <= bytes;
  let longest = Math.max(0, ...sizes.map(({ units }) => units));
  while (longest > SHORTEST && !fits(longest)) longest = Math.floor(longest * 0.9);
  return longest;
}

/** A question that the content no longer has keeps its place and the learner's answer. */
function removedQuestion(id: string, answers: Answers): Interaction {
  const answer = answers.get(id);
  return { id, type: 'text', description: id, response: answer?.text.trim() ? [answer.text] : [], at: answer?.at ?? 0 };
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
