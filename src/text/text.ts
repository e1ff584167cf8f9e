import { createContext } from '@lit/context';
import type { fi } from './fi.ts';

/** All words of the interface in one language; functions where a word depends on a figure. */
export type Text = typeof fi;

/** Provided by the course's shell, so that a component far below speaks the learner's language. */
export const textContext = createContext<Text>('aspa-text');
