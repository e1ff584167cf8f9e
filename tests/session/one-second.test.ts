/** Two texts of one field in one second, of which the first alone has left the page: the second is the newer one, though an LMS keeps whole seconds. */
import { expect, test, vi } from 'vitest';
import { FIELD, freshSurroundings, startedIn, write } from './fresh-session.ts';
import { MemoryLocks } from './memory.ts';
import { others, texts } from './one-lms.ts';

const fresh = freshSurroundings();

test.each([true, false])(
  'a shorter text that follows a saved one stands at the next launch, and nothing is asked (replaces: %s)',
  async (replaces) => {
    fresh.tracker.launch = { ...fresh.tracker.launch, limits: { ...fresh.tracker.launch.limits, replaces } };
    const one = await startedIn(fresh);
    await vi.advanceTimersByTimeAsync(2_000);
    write(one, 'Pitkä teksti, joka tallentuu');
    await vi.advanceTimersByTimeAsync(100);
    one.lifecycle.hide();
    await vi.advanceTimersByTimeAsync(100);
    expect(texts(one, FIELD)).toEqual([fresh.tracker.last?.answers.get(FIELD)?.text]);
    fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    one.lifecycle.resume();
    write(one, 'Lyhyt');
    await vi.advanceTimersByTimeAsync(10_000);
    one.lifecycle.end();
    await vi.advanceTimersByTimeAsync(1_000);
    fresh.tracker.answer = ({ revision }) => ({ result: 'saved', revision });
    const again = await startedIn({ ...fresh, locks: new MemoryLocks() });
    await vi.advanceTimersByTimeAsync(2_000);
    expect([...texts(again, FIELD), ...others(again)]).toEqual(['Lyhyt']);
  },
);
