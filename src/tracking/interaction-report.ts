/**
 * Answers as the LMS lists them. A question keeps its index for ever, and so does each further part of a long answer (`id~2`): trainers'
 * reports go by the index, and some LMSs blank what stands at an index that is skipped.
 */
import type { Answers } from '../course/answers.ts';
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
  /** Most bytes that all interactions may take on the way to the LMS. */
  readonly bytes: number;
}

export interface InteractionReport {
  readonly parts: readonly ReportedPart[];
  /** The ids in the order of their indexes; to be kept in the state. */
  readonly order: readonly string[];
  /** Ids of answers that did not fit into `bytes` with all their parts. */
  readonly shortened: readonly string[];
}

/** Request overhead of one interaction: names and boundaries of its elements. */
const OVERHEAD = 360;
const GOES_ON = ' […]';

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
  const texts = new Map<string, { response: string; interaction: Interaction }>();
  const shortened: string[] = [];
  const indexed = new Set(order);
  let bytes = rules.bytes;
  const asked = [...interactions, ...order.filter((id) => !id.includes('~') && !known.has(id)).map((id) => removedQuestion(id, answers))];
  for (const interaction of asked) {
    const written = interaction.response.length > 0;
    if (!written && !rules.unanswered && !indexed.has(interaction.id)) continue;
    const parts = partsOf(interaction, rules);
    const fitting = parts.filter((part, index) => {
      const size = OVERHEAD + utf8Length(part);
      if (index > 0 && size > bytes) return false;
      bytes -= size;
      return true;
    });
    if (fitting.length < parts.length) {
      shortened.push(interaction.id);
      fitting[fitting.length - 1] =
        (fitting.at(-1) ?? '').slice(0, Math.max(0, rules.length - GOES_ON.length - 2)).replace(/[\ud800-\udbff]$/, '') + GOES_ON;
    }
    fitting.forEach((response, index) =>
      texts.set(index === 0 ? interaction.id : `${interaction.id}~${index + 1}`, { response, interaction }),
    );
  }
  const complete = [...order, ...[...texts.keys()].filter((id) => !indexed.has(id))];
  return {
    order: complete,
    shortened,
    parts: complete.map((id, index) => {
      const question = id.replace(/~\d+$/, '');
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

function partsOf(interaction: Interaction, rules: ReportRules): string[] {
  const { type, response, options = [] } = interaction;
  if (type === 'text') return splitResponse(cleanResponse(response.join(', '), rules), rules.length - 1);
  if (rules.options === 'ids') return [response.join(type === 'choice' ? '[,]' : '')];
  const labels = response.map((id) => options.find((option) => option.id === id)?.label ?? id);
  return splitResponse(cleanResponse(labels.join(', '), rules), rules.length - 1);
}

/** A question that the content no longer has keeps its place and the learner's answer. */
function removedQuestion(id: string, answers: Answers): Interaction {
  const answer = answers.get(id);
  return { id, type: 'text', description: id, response: answer?.text.trim() ? [answer.text] : [], at: answer?.at ?? 0 };
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
