/** What the simulated LMSs do otherwise than the standards want, as a list of everything that the tables say: `docs/lms-habits.md` is made of it. */
import type { HabitName, HabitSource, LmsHabits, LmsProfile, ScormStandard } from './lms-profile.ts';
import { lmsProfiles } from './lms-profiles.ts';
import { strict12, strict2004 } from './lms/standard.ts';

/** One habit that differs from the standard. */
export interface OwnHabit {
  readonly name: HabitName;
  readonly value: unknown;
  /** undefined where the table says nothing of it. */
  readonly source: HabitSource | undefined;
}

const GROUPS = ['limits', 'answers', 'sending', 'keeping', 'modes'] as const;
const STANDARDS: Readonly<Record<ScormStandard, { readonly title: string; readonly habits: LmsHabits }>> = {
  scorm12: { title: 'SCORM 1.2', habits: strict12 },
  scorm2004: { title: 'SCORM 2004', habits: strict2004 },
};

/** In the order of the table's type. */
export function ownHabits(habits: LmsHabits, standard: ScormStandard): OwnHabit[] {
  const strict = STANDARDS[standard].habits;
  return GROUPS.flatMap((group) =>
    Object.entries(habits[group]).flatMap(([habit, value]): OwnHabit[] => {
      const name = `${group}.${habit}` as HabitName;
      if (JSON.stringify(value) === JSON.stringify((strict[group] as unknown as Record<string, unknown>)[habit])) return [];
      return [{ name, value, source: habits.sources[name] }];
    }),
  );
}

/** The whole page, in Markdown. */
export function habitPage(): string {
  const parts = (lmsProfiles as readonly LmsProfile[]).flatMap(({ id, title, habits }) =>
    (Object.entries(habits) as [ScormStandard, LmsHabits][]).map(([standard, table]) => {
      const own = ownHabits(table, standard);
      const heading = `## ${title} (\`${id}\`), ${STANDARDS[standard].title}\n`;
      if (own.length === 0) return `${heading}\nAs the standard says.\n`;
      return [heading, '| habit | value | how it is known | source |', '| --- | --- | --- | --- |', ...own.map(rowOf), ''].join('\n');
    }),
  );
  return `${INTRODUCTION}\n<!-- prettier-ignore-start -->\n\n${parts.join('\n')}\n<!-- prettier-ignore-end -->\n`;
}

const INTRODUCTION = `# What LMSs hold, refuse, forget and lie about

Made of the tables in \`src/simulator/lms/\` by \`npm run lms-docs\`; a test holds it to them. Each list has only
what differs from a player that does exactly what the standard says. What a habit means is told in \`src/simulator/lms-profile.ts\`. Which package to take to which LMS: [lms.md](lms.md).

- **run**: seen happening in the LMS or in its own script; **read**: in its source; **vendor**: its maker says so; **report**: a user says so;
- **–**: the table names no source, since the habit was written down before a source was asked for.
`;

function rowOf({ name, value, source }: OwnHabit): string {
  const known = source ? `${source.seen}: ${source.version}` : '–';
  return `| \`${name}\` | ${valueInWords(value)} | ${cell(known)} | ${source ? cell(source.source) : '–'} |`;
}

function valueInWords(value: unknown): string {
  if (value === undefined) return 'all';
  if (value === Number.POSITIVE_INFINITY) return 'no limit';
  if (value === true || value === false) return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : cell(value.map((each) => `\`${String(each)}\``).join(', '));
  if (typeof value === 'object') {
    const entries = Object.entries(value as object);
    return entries.length === 0 ? 'none' : cell(entries.map(([key, each]) => `\`${key}\`: \`${String(each)}\``).join(', '));
  }
  return value === '' ? 'none' : cell(`\`${String(value)}\``);
}

/** A bar would begin another cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
