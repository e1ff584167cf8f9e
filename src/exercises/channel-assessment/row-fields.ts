import type { ScaleQuestion } from '../../course/course.ts';
import type { SimpleField } from '../../fields/field.ts';
import { scaleField } from '../../fields/scale/definition.ts';
import { NOTE_MAX_LENGTH, textField } from '../../fields/text/definition.ts';
import type { ChannelAssessment } from './definition.ts';
import { NOTE } from './ids.ts';

/** What is asked of a channel. @param prefix of the fields' ids */
export function rowOf(exercise: ChannelAssessment, prefix: string, required: boolean): SimpleField[] {
  const withNote = (cell: 'skill' | 'presence'): SimpleField[] => {
    const id = `${prefix}${cell}`;
    return [scaleField(id, exercise[cell], required), textField(`${id}${NOTE}`, noteOf(exercise[cell]))];
  };
  return [...withNote('skill'), ...withNote('presence'), textField(`${prefix}development`, { ...exercise.development, optional: true })];
}

function noteOf({ label, note, private: isPrivate = false }: ScaleQuestion): Parameters<typeof textField>[1] {
  return { label: `${label} – ${note}`, optional: true, maxLength: NOTE_MAX_LENGTH, private: isPrivate };
}
