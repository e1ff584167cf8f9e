import type { ServerResponse } from 'node:http';
import type { Plugin } from 'vitest/config';

/** A GET here is answered when a POST comes, so that a test need not hope that one thing ends before another. */
export const HELD_PATH = '/held-answer';

export function heldAnswers(): Plugin {
  return {
    name: 'held-answers',
    configureServer({ middlewares }) {
      const held: ServerResponse[] = [];
      middlewares.use(HELD_PATH, (request, response) => {
        if (request.method !== 'POST') return void held.push(response);
        for (const answer of [...held.splice(0), response]) answer.end();
      });
    },
  };
}
