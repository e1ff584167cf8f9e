/** A session from its first save on: when it saves, what is in a save, what is reported. */
import { describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { inverse, removal } from '../../src/course/list-items.ts';
import type { SaveStatus } from '../../src/session/save-status.ts';
import { course } from './fixture-course.ts';
import { freshSurroundings, startedIn, write } from './fresh-session.ts';

const fresh = freshSurroundings();

describe('saving', () => {
  test('a session is saved at once when it opens, before anything is written', async () => {
    await startedIn(fresh);
    expect(fresh.tracker.saves.map(({ occasion }) => occasion)).toEqual(['in-sight']);
  });

  test('typing is saved when it rests, not at each key', async () => {
    const open = await startedIn(fresh);
    for (const text of ['K', 'Ki', 'Kir']) {
      write(open, text);
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(fresh.tracker.saves).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(fresh.tracker.saves).toHaveLength(2);
    expect(textOf(fresh.tracker.last?.answers ?? new Map(), 'a.thoughts.first')).toBe('Kir');
    expect(open.status.state).toBe('saved');
  });

  test('typing without a rest is saved all the same after fifteen seconds', async () => {
    const open = await startedIn(fresh);
    for (let second = 0; second < 16; second += 1) {
      write(open, 'x'.repeat(second + 1));
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(fresh.tracker.saves.length).toBe(2);
  });

  test('a save that is not proved is told as sent, and the copy stays in this browser', async () => {
    fresh.tracker.answer = ({ revision }) => ({ result: 'sent', revision });
    const open = await startedIn(fresh);
    write(open, 'Kirje');
    await vi.advanceTimersByTimeAsync(3000);
    expect(open.status.state).toBe('sent');
    open.lifecycle.end();
    expect([...fresh.storage.entries.values()].join()).toContain('Kirje');
  });

  test('“saved” stands for what was written until the save began, not until its answer came', async () => {
    const open = await startedIn(fresh);
    const began: number[] = [];
    const save = fresh.tracker.save.bind(fresh.tracker);
    fresh.tracker.save = async (snapshot) => {
      began.push(Date.now());
      await new Promise((answered) => setTimeout(answered, 8000));
      return save(snapshot);
    };
    const told: SaveStatus[] = [];
    open.listen(() => told.push(open.status));
    write(open, 'Ennen');
    await vi.advanceTimersByTimeAsync(3000);
    write(open, 'Kesken tallennuksen');
    told.length = 0;
    await vi.advanceTimersByTimeAsync(8000);
    expect(told.filter(({ state }) => state === 'saved')).toContainEqual({ state: 'saved', at: began[0] });
    expect(began[0]).toBeLessThan(Date.now() - 8000);
  });

  test('a failed save is tried again with growing pauses, and says why', async () => {
    const open = await startedIn(fresh);
    fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    const attempts = vi.spyOn(fresh.tracker, 'save');
    write(open, 'Kirje');
    await vi.advanceTimersByTimeAsync(3000);
    expect(open.status).toMatchObject({ state: 'not-saved', reason: 'offline', local: true });
    const before = attempts.mock.calls.length;
    await vi.advanceTimersByTimeAsync(60_000);
    const inFirstMinute = attempts.mock.calls.length - before;
    expect(inFirstMinute).toBeGreaterThanOrEqual(3);
    expect(inFirstMinute).toBeLessThanOrEqual(6);
    fresh.tracker.answer = ({ revision }) => ({ result: 'saved', revision });
    open.lifecycle.resume();
    await vi.advanceTimersByTimeAsync(1100);
    expect(open.status.state).toBe('saved');
  });

  test('two saves never come within a second', async () => {
    const open = await startedIn(fresh);
    const times: number[] = [];
    fresh.tracker.answer = ({ revision }) => {
      times.push(Date.now());
      return { result: 'saved', revision };
    };
    for (let index = 0; index < 5; index += 1) {
      write(open, String(index));
      open.saveSoon();
      await vi.advanceTimersByTimeAsync(400);
    }
    await vi.advanceTimersByTimeAsync(5000);
    for (let index = 1; index < times.length; index += 1)
      expect((times[index] ?? 0) - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  test('nothing is written in browse mode, neither to the LMS nor in this browser', async () => {
    fresh.tracker.launch = { ...fresh.tracker.launch, mode: 'browse' };
    const open = await startedIn(fresh);
    const attempts = vi.spyOn(fresh.tracker, 'save');
    write(open, 'Katselen');
    open.visit('b');
    open.saveSoon();
    await vi.advanceTimersByTimeAsync(20_000);
    open.lifecycle.end();
    expect(attempts).not.toHaveBeenCalled();
    expect(fresh.tracker.saves).toHaveLength(0);
    expect(fresh.storage.entries.size).toBe(0);
  });

  test('after completion everything still is saved, and complete never goes back', async () => {
    const open = await startedIn(fresh);
    write(open, 'Valmis');
    await vi.advanceTimersByTimeAsync(3000);
    expect(fresh.tracker.last?.complete).toBe(true);
    write(open, '');
    write(open, 'Vielä jotain', 'a.thoughts.secret');
    await vi.advanceTimersByTimeAsync(3000);
    expect(fresh.tracker.last?.complete).toBe(true);
    expect(textOf(fresh.tracker.last?.answers ?? new Map(), 'a.thoughts.secret')).toBe('Vielä jotain');
  });
});

describe('what is saved of a list', () => {
  test('the texts of a removed row do not go to the LMS, and undo still brings them back', async () => {
    const open = await startedIn(fresh);
    open.store.change({
      'b.ideas.ideas.k001': '1',
      'b.ideas.ideas.k001.what': 'Pelejä',
      'b.map.map.n001': 'partners 1',
      'b.map.map.n001.text': 'Koulut',
    });
    await vi.advanceTimersByTimeAsync(3000);
    expect(textOf(fresh.tracker.last?.answers ?? new Map(), 'b.ideas.ideas.k001.what')).toBe('Pelejä');
    const changes = { ...removal(open.store.answers, 'b.ideas.ideas', 'k001'), ...removal(open.store.answers, 'b.map.map', 'n001') };
    const undo = inverse(open.store.answers, changes);
    open.store.change(changes);
    await vi.advanceTimersByTimeAsync(3000);
    const saved = fresh.tracker.last?.answers ?? new Map();
    expect([...saved.keys()]).not.toContain('b.ideas.ideas.k001.what');
    expect([...saved.keys()]).not.toContain('b.map.map.n001.text');
    expect(saved.get('b.ideas.ideas.k001')?.text).toBe('');
    expect(open.file.export()).not.toContain('Pelejä');
    expect(open.status.state).toBe('saved');
    open.store.change(undo);
    expect(textOf(open.store.answers, 'b.ideas.ideas.k001.what')).toBe('Pelejä');
    await vi.advanceTimersByTimeAsync(3000);
    expect(textOf(fresh.tracker.last?.answers ?? new Map(), 'b.ideas.ideas.k001.what')).toBe('Pelejä');
    expect(textOf(fresh.tracker.last?.answers ?? new Map(), 'b.map.map.n001.text')).toBe('Koulut');
  });

  test('no text stays in this browser when the last change was a removal', async () => {
    const open = await startedIn(fresh);
    open.store.change({ 'b.ideas.ideas.k001': '1', 'b.ideas.ideas.k001.what': 'Pelejä' });
    open.store.change(removal(open.store.answers, 'b.ideas.ideas', 'k001'));
    await vi.advanceTimersByTimeAsync(3000);
    open.lifecycle.end();
    expect([...fresh.storage.entries.values()].join()).not.toContain('Pelejä');
  });
});

describe('reports', () => {
  test('private answers stay out of interactions, and lists and maps are one readable answer each', async () => {
    const open = await startedIn(fresh);
    write(open, 'Salaista', 'a.thoughts.secret');
    open.store.change({
      'b.ideas.ideas.k001': '1',
      'b.ideas.ideas.k001.who': 'nuori aikuinen',
      'b.ideas.ideas.k001.channel': 'desk',
      'b.ideas.ideas.k001.what': 'Enemmän pelejä',
      'b.map.map.n001': 'partners 1',
      'b.map.map.n001.text': 'Koulut',
      'b.map.map.n002': 'n001 1',
      'b.map.map.n002.text': 'Opettajat',
    });
    await vi.advanceTimersByTimeAsync(3000);
    const interactions = fresh.tracker.last?.interactions ?? [];
    expect(interactions.map(({ id }) => id)).toEqual(['a.thoughts.first', 'b.ideas.ideas', 'b.map.map']);
    expect(interactions[1]?.response).toEqual(['1) Kuka: nuori aikuinen; Kanava: Palvelupiste; Mitä: Enemmän pelejä']);
    expect(interactions[2]?.response).toEqual(['Ketkä?\n– Koulut\n– – Opettajat']);
  });

  test('with report: completion no answer leaves the learner’s own state', async () => {
    await startedIn(fresh, { course: { ...course, report: 'completion' } });
    expect(fresh.tracker.last?.interactions).toEqual([]);
  });
});

describe('the time of a session', () => {
  test('does not count while the page is out of sight, even when the connection comes back meanwhile', async () => {
    const open = await startedIn(fresh);
    await vi.advanceTimersByTimeAsync(10_000);
    open.lifecycle.hide();
    await vi.advanceTimersByTimeAsync(10_000);
    open.lifecycle.reconnect();
    await vi.advanceTimersByTimeAsync(60_000);
    open.lifecycle.resume();
    await vi.advanceTimersByTimeAsync(5_000);
    open.lifecycle.end();
    expect(fresh.tracker.last?.duration).toBe(15_000);
  });
});
