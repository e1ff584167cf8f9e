/** What a release says of itself: the part of the change log that is about it, and its files with their hashes. */

export interface ReleaseFile {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256, in hexadecimal digits. */
  readonly hash: string;
}

export interface ChangelogPart {
  /** The version's heading, without its marks: `1.0.0 – 2026-03-02`. */
  readonly heading: string;
  /** Whether the heading says the day of the release. */
  readonly isDated: boolean;
  /** What stands below it, up to the next version. */
  readonly text: string;
  /** Headings above it with something below them: what the version does not tell of. */
  readonly above: readonly string[];
}

/**
 * The part of a change log that is about one version, under a heading such as `## 1.0.0 – 2026-03-02`.
 * @returns undefined where no heading names the version
 */
export function changelogPart(changelog: string, version: string): ChangelogPart | undefined {
  const parts = changelog
    .replaceAll('\r\n', '\n')
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [heading = '', ...lines] = part.split('\n');
      return { heading: heading.trim(), text: lines.join('\n').trim() };
    });
  const at = parts.findIndex(({ heading }) => /^\S+/.exec(heading)?.[0] === version);
  const part = parts[at];
  if (part === undefined) return undefined;
  const date = /^\S+ [–—-] (\d{4}-\d{2}-\d{2})$/.exec(part.heading)?.[1];
  const above = parts.slice(0, at).flatMap(({ heading, text }) => (text === '' ? [] : [heading]));
  return { ...part, isDated: date !== undefined && isDay(date), above };
}

function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

/** The text of SHA256SUMS, as `sha256sum -c` reads it. */
export function checksums(files: readonly ReleaseFile[]): string {
  return byName(files)
    .map(({ name, hash }) => `${hash}  ${name}\n`)
    .join('');
}

/** The text of NOTES.md: what is new, and the files that are handed on. */
export function releaseNotes({ heading, text }: ChangelogPart, files: readonly ReleaseFile[]): string {
  const rows = byName(files).map(({ name, bytes, hash }) => `| ${name} | ${(bytes / 1000).toFixed(1)} kB | \`${hash}\` |`);
  return [
    `# ${heading}`,
    ...(text === '' ? [] : [text]),
    '## Files',
    'To see that nothing was lost or changed on the way: `sha256sum -c SHA256SUMS` beside them.',
    ['| File | Size | SHA-256 |', '| --- | --: | --- |', ...rows].join('\n'),
    '',
  ].join('\n\n');
}

function byName(files: readonly ReleaseFile[]): readonly ReleaseFile[] {
  return files.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
