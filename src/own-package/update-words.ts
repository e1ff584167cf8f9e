/** What an update does to learners, in words: for the administrator's page and for `npm run check-update`. */
import { weightOf, type Finding, type Weight } from './compare-packages.ts';
import type { OwnPackageText } from './text/own-package-text.ts';

export interface UpdateWords {
  readonly weight: Weight;
  readonly words: string;
  /** The ids it is about, shortened where there are many. */
  readonly ids: string;
}

/** Of more ids than this the first are named. */
const MOST_NAMED = 12;

/** The first line sums up. */
export function updateWords(findings: readonly Finding[], { update }: OwnPackageText): readonly [UpdateWords, ...UpdateWords[]] {
  const weight = findings.some((finding) => weightOf(finding) === 'loss') ? 'loss' : 'fine';
  const isUnveiled = findings.some(({ kind }) => kind === 'unveiled');
  const sum = findings.length === 0 ? update.nothing : isUnveiled ? update.unveils : weight === 'loss' ? update.loss : update.safe;
  return [{ weight, words: sum, ids: '' }, ...findings.map((finding) => wordsOf(finding, update))];
}

function wordsOf(finding: Finding, update: OwnPackageText['update']): UpdateWords {
  const weight = weightOf(finding);
  if (finding.kind === 'setting') return { weight, words: update.setting[finding.setting], ids: '' };
  if ('ids' in finding) {
    const { ids } = finding;
    const named = ids.slice(0, MOST_NAMED).join(', ') + (ids.length > MOST_NAMED ? ' …' : '');
    return { weight, words: update.finding[finding.kind], ids: update.ids(ids.length, named) };
  }
  return { weight, words: update.finding[finding.kind](finding.before, finding.after), ids: '' };
}
