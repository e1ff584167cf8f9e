/** `npm run library`: writes the exercises for any web page into `dist/exercises/`, with an example. */
import { fileURLToPath } from 'node:url';
import { buildExerciseLibrary } from './exercise-library.ts';

const out = fileURLToPath(new URL('../dist/exercises', import.meta.url));
await buildExerciseLibrary(out);
console.log(out);
