import type { CourseSessionView } from '../../session/session-view.ts';
import type { Text } from '../../text/text.ts';

/** A shorter piece of an answer may be a word of the LMS's own. */
const SHORTEST_QUOTE = 8;

/** What support wants to know, as plain text to copy. Holds no answer and nothing that tells who the learner is. */
export function supportFacts(session: CourseSessionView, { support: text, language }: Text, { location, navigator }: Window): string {
  const { course, launch, mode, support } = session;
  const saves = support.saves.map(({ at, result, reason, detail }) =>
    ['\n ', new Date(at).toISOString(), result, reason, detail && (quotes(detail, session) ? '…' : detail)].filter(Boolean).join(' '),
  );
  const values: Readonly<Record<keyof typeof text.line, string>> = {
    course: `${course.id} ${course.version}`,
    time: timeText(new Date(), language),
    site: location.host,
    lms: listed(support.tracker),
    limits: listed(launch?.limits ?? {}),
    mode,
    language: `${language} (${launch?.language ?? '–'})`,
    browser: navigator.userAgent,
    copy: text.yesNo(support.keepsCopy),
    state: text.state(support.revision, support.room),
    saves: saves.join(''),
  };
  return Object.entries(text.line)
    .map(([name, label]) => `${label}: ${values[name as keyof typeof values]}`)
    .join('\n');
}

/** For servers' logs, and in brackets as the learner's own clock has it: 2026-11-27T19:33Z (21.33 UTC+2). */
function timeText(now: Date, language: string): string {
  const clock = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : `${language}-FI`, {
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(now);
  return `${now.toISOString().slice(0, 16)}Z (${clock})`;
}

function listed(facts: object): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}

/** Some LMSs repeat in an error what they were given: the learner's name, her id, an answer. */
function quotes(detail: string, { launch, store }: CourseSessionView): boolean {
  const { id = '', name = '' } = launch?.learner ?? {};
  const answers = [...store.answers.values()].map(({ text }) => text.trim().slice(0, 2 * SHORTEST_QUOTE));
  const own = [...answers.filter(({ length }) => length >= SHORTEST_QUOTE), id, ...name.split(/[\s,]+/)];
  return own.some((words) => words.length > 2 && detail.includes(words));
}
