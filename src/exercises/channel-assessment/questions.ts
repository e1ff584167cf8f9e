import type { Question } from '../../course/course.ts';
import { NOTE_MAX_LENGTH } from '../../fields/text/definition.ts';
import type { ChannelAssessment } from './definition.ts';

type CellQuestion = 'skill' | 'skill_note' | 'presence' | 'presence_note' | 'development';

export type CellQuestions = Readonly<Record<CellQuestion, Omit<Question, 'id'>>>;

/** The questions as every channel asks them: the same objects at each redraw. */
export function cellQuestions(exercise?: ChannelAssessment): CellQuestions {
  const scale = (cell: 'skill' | 'presence'): Omit<Question, 'id'> => ({
    label: exercise?.[cell].label ?? '',
    help: exercise?.[cell].help ?? '',
    private: exercise?.[cell].private ?? false,
  });
  const note = (cell: 'skill' | 'presence'): Omit<Question, 'id'> => ({
    ...scale(cell),
    label: exercise?.[cell].note ?? '',
    help: '',
    maxLength: NOTE_MAX_LENGTH,
  });
  return {
    skill: scale('skill'),
    skill_note: note('skill'),
    presence: scale('presence'),
    presence_note: note('presence'),
    development: exercise?.development ?? { label: '' },
  };
}
