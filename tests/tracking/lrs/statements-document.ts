/** `docs/statements.md`, made from the statements themselves. */
import { format, resolveConfig } from 'prettier';
import { CourseWords } from '../../../src/tracking/lrs/course-words.ts';
import {
  answeredStatement,
  classEarned,
  completed,
  initialized,
  progressed,
  terminated,
  withCategories,
  type StatementContext,
} from '../../../src/tracking/lrs/statements.ts';
import type { Interaction } from '../../../src/tracking/tracker.ts';
import type { Statement } from '../../../src/tracking/lrs/xapi-types.ts';
import { course } from '../../session/fixture-course.ts';

const AT = Date.UTC(2026, 10, 24, 9, 30);
const CATEGORIES = ['cmi5', 'moveon'].map((name) => `https://w3id.org/xapi/cmi5/context/categories/${name}`);
const words = new CourseWords({ ...course, id: 'https://akepike.fi/aspa-ajokortti', title: 'Aspa-ajokortti', version: '1.0.0' });

const xapi: StatementContext = {
  words,
  actor: { objectType: 'Agent', account: { homePage: 'https://lms.example.org', name: '4711' } },
  activityId: 'https://akepike.fi/aspa-ajokortti',
  registration: '760e3480-ba55-4991-94b0-01820dbd23a2',
  session: '1',
  template: {},
  grouping: undefined,
  moment: (at) => at,
};

const cmi5: StatementContext = {
  ...xapi,
  activityId: 'https://lms.example.org/activity/31',
  session: 'a5ae5d31-0c4b-4d3c-9d8a-3c1a4c8e2a77',
  template: {
    contextActivities: { grouping: [{ objectType: 'Activity', id: 'https://akepike.fi/aspa-ajokortti/au' }] },
    extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 'a5ae5d31-0c4b-4d3c-9d8a-3c1a4c8e2a77' },
  },
};

const text: Interaction = {
  id: 'e.feedback.together',
  type: 'text',
  description: 'Miten palautteesta yhteiskehittämistä?',
  response: ['Kutsumme toivojat kahville.\nKysymme lisää.'],
  at: AT,
};
const choice: Interaction = {
  id: 'c.path.channels',
  type: 'choice',
  description: 'Missä kanavissa?',
  response: ['phone', 'chat'],
  options: [
    { id: 'phone', label: 'Puhelin' },
    { id: 'chat', label: 'Chat' },
    { id: 'desk', label: 'Palvelupiste' },
  ],
  at: AT,
};
const likert: Interaction = {
  id: 'b.channels.phone.skill',
  type: 'likert',
  description: 'Puhelin: Osaaminen',
  response: ['3'],
  options: [
    { id: '1', label: 'Alussa' },
    { id: '2', label: 'Matkalla' },
    { id: '3', label: 'Hallussa' },
  ],
  at: AT,
};

export interface StatementExample {
  readonly title: string;
  readonly statement: Statement;
  /** In the document; the others are held to the specification only. */
  readonly shown?: true;
}

export const statementExamples: readonly StatementExample[] = [
  { title: 'A free answer, in xAPI', statement: answeredStatement(xapi, text), shown: true },
  { title: 'A step on a scale, in cmi5', statement: answeredStatement(cmi5, likert) },
  { title: 'Several picked options, in xAPI', statement: answeredStatement(xapi, choice) },
  { title: 'How far the learner is, in xAPI', statement: progressed(xapi, 0.4, AT) },
  {
    title: 'A class is earned, in cmi5',
    statement: classEarned(cmi5, { id: 'A1', title: 'Kohtaaminen', earned: true, earnedAt: AT }, AT),
    shown: true,
  },
  {
    title: 'A class that is told in a later session, in cmi5',
    statement: classEarned(
      { ...cmi5, moment: () => AT },
      { id: 'A1', title: 'Kohtaaminen', earned: true, earnedAt: AT - 4 * 86_400_000 },
      AT,
    ),
  },
  {
    title: 'The licence is complete, in xAPI',
    statement: completed(xapi, AT, 5_025_400, { scaled: 1, raw: 100, min: 0, max: 100 }),
    shown: true,
  },
  { title: 'The licence is complete, in cmi5', statement: withCategories(completed(cmi5, AT, 5_025_400), CATEGORIES), shown: true },
  { title: 'A session begins, in cmi5', statement: withCategories(initialized(cmi5, AT), CATEGORIES.slice(0, 1)) },
  { title: 'It ends, in cmi5', statement: withCategories(terminated(cmi5, AT, 5_025_400), CATEGORIES.slice(0, 1)) },
];

const COURSE = '`{activity}`';
const ROWS: readonly (readonly string[])[] = [
  ['Statement', 'Verb', 'Object', 'Result', 'When'],
  ['initialized', verb(initialized(xapi, AT)), COURSE, '–', 'first, once a session; later, where it was refused'],
  [
    'answered',
    verb(answeredStatement(xapi, text)),
    '`{course}/question/{field}`: `long-fill-in`, `choice` or `likert`',
    '`response`',
    'an answer has rested for 20 seconds (2 minutes where the learner still is at it), or goes with one that has, or the page is left; again when it changes, with an empty response when it is deleted',
  ],
  [
    'progressed',
    verb(progressed(xapi, 0, AT)),
    COURSE,
    `extension <${Object.keys(progressed(xapi, 0, AT).result?.extensions ?? {}).join()}>, 0–100`,
    'the share of done exercises changes; never after completed',
  ],
  [
    'class earned',
    verb(classEarned(xapi, { id: 'A1', title: '', earned: true }, AT)),
    '`{course}/class/{class}`',
    '–',
    'once a registration and class',
  ],
  [
    'completed',
    verb(completed(xapi, AT, 0)),
    COURSE,
    '`completion`, `duration`; in xAPI `score` 100 too',
    'once a registration, as `completeWhen` says; not in Browse and Review',
  ],
  ['terminated', verb(terminated(xapi, AT, 0)), COURSE, '`duration`', 'last, once a session'],
];

export async function statementsDocument(): Promise<string> {
  const table = ROWS.map((row, index) => `| ${row.join(' | ')} |${index === 0 ? `\n|${' - |'.repeat(row.length)}` : ''}`);
  const examples = statementExamples
    .filter(({ shown }) => shown)
    .map(({ title, statement }) => `${title}:\n\n\`\`\`json\n${JSON.stringify(statement, null, 2)}\n\`\`\``);
  const document = `# Statements

What the xAPI and cmi5 packages tell an LRS (xAPI 1.0.3). \`{course}\` is the \`id\` of \`content/course.yaml\`; \`{activity}\` is the activity that the LMS
launched, often one of its own, with \`{course}\` in \`context.contextActivities.grouping\`. The source is \`src/tracking/lrs/statements.ts\`; this page is made from it,
and a test holds it to it.

${table.join('\n')}

- Ids are UUIDs made from what a statement says, so the same statement sent again is never a second one.
- The actor is the one that the LMS gave, as it gave it. No name and no e-mail address is in anything else.
- A question with \`private: true\`, and with \`report: completion\` every question, is in no statement. "Mitä teen huomenna?" is always private.
- Every context has \`registration\`, \`language\`, \`platform\` and the content's version as \`revision\`; in cmi5 everything of the context template, first. Only what cmi5
  defines has its category: initialized, completed (with moveOn) and terminated.
- In cmi5's Browse nothing but initialized and terminated is said, in Review neither progressed nor completed.
- In xAPI the timestamp of an answer is when it was written, of a class when it was earned. cmi5 orders a session by timestamps, so there nothing is earlier than
  initialized; where a class or the completion is told in a later session, the extension \`{course}/happened\` of the result says when it was.
- The duration of \`completed\` is that of all sittings of the registration, of \`terminated\` that of its session.
- The learner's own work is one State document, \`suspendData\`. Its form is told in \`src/tracking/lrs/lrs-document.ts\`: a body, and beside it what open pages have
  added, each under keys of its own.

${examples.join('\n\n')}

## Voiding an answer

An answer that an earlier package has reported stays in the LRS when its question becomes private: the course neither sends it again nor takes it back. Who
looks after the LRS voids it (xAPI 1.0.3, part 2, section 2.3.2). A voided statement is in no answer to a query any more, and classes and completion are
untouched, since they are other statements.

1. Get the statements of each question that is private now: \`GET statements?verb=http://adlnet.gov/expapi/verbs/answered&activity={course}/question/{field}\`,
   then the addresses under \`more\` until there is none. In the course as it is these are \`b.colleague.talk\`, \`b.colleague.strengths\`,
   \`b.colleague.presenting\`, \`b.colleague.meaning\`, \`p.questions.opportunity\`, \`p.questions.expectations\`, \`p.questions.knowing\`, \`p.questions.mastery\`
   and \`p.questions.commitment\`.
2. Send one statement for each of their ids, with an actor of your own:

\`\`\`json
${JSON.stringify(
  {
    actor: { objectType: 'Agent', account: { homePage: 'https://lrs.example.org', name: 'administrator' } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/voided', display: { en: 'voided' } },
    object: { objectType: 'StatementRef', id: '5e0496da-b863-5693-bf01-8fcdce063945' },
  },
  null,
  2,
)}
\`\`\`
`;
  return format(document, { ...(await resolveConfig('docs/statements.md')), parser: 'markdown' });
}

function verb({ verb: { id } }: Statement): string {
  return `<${id}>`;
}
