import { fi } from './fi.ts';
import type { Texts } from './text.ts';

/** Every language that the interface speaks. */
export const texts: Texts = { fi };
