/** Holds a statement to xAPI 1.0.3. The validator is CommonJS, whose default export Node and bundlers disagree about: `require` is one for all. */
import { createRequire } from 'node:module';
import type validate from '@learninglocker/xapi-validation';

const required = createRequire(import.meta.url)('@learninglocker/xapi-validation') as { readonly default: typeof validate };

/** Warnings; none where the statement is valid. */
export const validateStatement = required.default;
