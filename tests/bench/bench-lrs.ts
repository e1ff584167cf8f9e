/**
 * An LRS with any number of learners and eight statements each, made while they are asked for, so that it costs next to no memory.
 * A program of its own: `tsx bench-lrs.ts 10000` prints its address.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { classActivityId } from '../../src/course/course-identifiers.ts';
import { course } from '../records/learners.ts';

const learners = Number(process.argv[2]);
const classes = course.classes.map(({ id }) => id);
const whole = { id: course.id, definition: { type: 'http://adlnet.gov/expapi/activities/course', name: { fi: course.title } } };

function statement(number: number, verb: string, object: object, nth: number): string {
  const at = Date.UTC(2025, 0, 1) + (number % 600) * 86_400_000 + nth * 3_600_000;
  const time = new Date(at).toISOString();
  return JSON.stringify({
    id: `${String(number).padStart(8, '0')}-0000-4000-8000-${String(nth).padStart(12, '0')}`,
    actor: { objectType: 'Agent', name: `Oppija Esimerkki ${number}`, mbox: `mailto:oppija${number}@kirjasto.example` },
    verb: { id: verb, display: { en: verb.split('/').at(-1) } },
    object: { objectType: 'Activity', ...object },
    result: { completion: true, duration: 'PT42M', score: { scaled: 1, raw: 100, min: 0, max: 100 } },
    context: {
      registration: `${String(number).padStart(8, '0')}-1111-4111-8111-111111111111`,
      contextActivities: { parent: [{ objectType: 'Activity', id: course.id }], grouping: [{ objectType: 'Activity', id: course.id }] },
      revision: '1.0.0',
      platform: 'aspa-ajokortti',
      language: 'fi',
    },
    timestamp: time,
    stored: time,
    version: '1.0.3',
    authority: { objectType: 'Agent', account: { homePage: 'https://lrs.example', name: 'lms' } },
  });
}

/** How many statements a verb has, and the one in a place. */
const verbs: Readonly<Record<string, { readonly count: number; at(place: number): string }>> = {
  'http://adlnet.gov/expapi/verbs/initialized': {
    count: learners,
    at: (place) => statement(place, 'http://adlnet.gov/expapi/verbs/initialized', whole, 0),
  },
  'http://id.tincanapi.com/verb/earned': {
    count: learners * classes.length,
    at: (place) => {
      const nth = place % classes.length;
      return statement(
        Math.floor(place / classes.length),
        'http://id.tincanapi.com/verb/earned',
        { id: classActivityId(course.id, classes[nth] ?? '') },
        nth + 1,
      );
    },
  },
  'http://adlnet.gov/expapi/verbs/completed': {
    count: learners,
    at: (place) => statement(place, 'http://adlnet.gov/expapi/verbs/completed', whole, 7),
  },
};

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const from = Number(url.searchParams.get('from') ?? 0);
  const verb = verbs[url.searchParams.get('verb') ?? ''];
  const size = Math.min(1000, Number(url.searchParams.get('limit') ?? 1000));
  const count = Math.max(0, Math.min(size, (verb?.count ?? 0) - from));
  const statements = Array.from({ length: count }, (_statement, index) => verb?.at(from + index));
  url.searchParams.set('from', String(from + size));
  const more = from + size < (verb?.count ?? 0) ? url.pathname + url.search : '';
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(`{"statements":[${statements.join(',')}],"more":${JSON.stringify(more)}}`);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/xapi\n`);
});
