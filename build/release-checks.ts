/** What a release waits for: everything committed, one version everywhere, its day in the change log with nothing above it, its tag on no other commit. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isMap, parseDocument } from 'yaml';
import { readIfThere } from './content-file.ts';
import { changelogPart, type ChangelogPart } from './release-notes.ts';

/** Thrown where nothing may be released as things are; its message says what, where, and what to do. */
export class ReleaseRefused extends Error {
  override readonly name = 'ReleaseRefused';

  constructor(reasons: readonly string[], options?: ErrorOptions) {
    super(`No release was made.\n\n${reasons.join('\n\n')}\n`, options);
  }
}

/**
 * @param root folder of the project: package.json, CHANGELOG.md and the git repository
 * @param content folder of the content
 * @returns the change log's part about the version to be released
 * @throws ReleaseRefused with every reason at once
 */
export async function checkRelease(root: string, content: string): Promise<ChangelogPart> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  const part = changelogPart(String((await readIfThere(join(root, 'CHANGELOG.md'))) ?? ''), version);
  const reasons = [
    await uncommitted(root),
    await otherVersion(version, join(content, 'course.yaml')),
    undated(version, part),
    untold(version, part),
    await tagElsewhere(root, `v${version}`),
  ].filter((reason) => reason !== undefined);
  if (part === undefined || reasons.length > 0) throw new ReleaseRefused(reasons);
  return part;
}

/**
 * The build completes the locks in the content. What is handed on has to be what the commit makes.
 * @throws ReleaseRefused where the build has written into the content
 */
export async function checkUnchanged(content: string): Promise<void> {
  const changes = await git(content, 'status', '--porcelain', '--', '.');
  if (changes === '') return;
  throw new ReleaseRefused([
    `The build has completed files of the content in ${content}:\n${changes}\nCommit them, since learners’ answers are found by them, and release again.`,
  ]);
}

async function uncommitted(root: string): Promise<string | undefined> {
  const changes = await git(root, 'status', '--porcelain');
  if (changes === '') return undefined;
  return `There are uncommitted changes in ${root}:\n${changes}\nCommit them or put them away: a release is made of what a commit holds.`;
}

async function otherVersion(version: string, courseFile: string): Promise<string | undefined> {
  const { contents, errors } = parseDocument(String((await readIfThere(courseFile)) ?? ''));
  const [mistake] = errors;
  if (mistake) return `${courseFile} is no YAML: ${mistake.message}\nCorrect it, and see by npm run build that nothing else is wrong.`;
  const written = isMap(contents) ? contents.get('version') : undefined;
  const ours = typeof written === 'string' ? written : undefined;
  if (ours === version) return undefined;
  return `package.json has version ${version}, ${courseFile} ${ours ?? 'none'}. Write the same “version” in both.`;
}

function undated(version: string, part: ChangelogPart | undefined): string | undefined {
  if (part?.isDated) return undefined;
  const found = part === undefined ? `has no heading for ${version}` : `has the heading “## ${part.heading}”, without a day`;
  return `CHANGELOG.md ${found}. Give it the form “## ${version} – 2026-03-02”, with the day of the release.`;
}

function untold(version: string, part: ChangelogPart | undefined): string | undefined {
  const [heading] = part?.above ?? [];
  if (heading === undefined) return undefined;
  return `CHANGELOG.md has “## ${heading}” above ${version}: the packages would hold what their notes do not tell. Raise the version in package.json, course.yaml and CHANGELOG.md.`;
}

async function tagElsewhere(root: string, tag: string): Promise<string | undefined> {
  const tagged = await git(root, 'for-each-ref', '--format=%(objectname) %(*objectname)', `refs/tags/${tag}`);
  if (tagged === '') return undefined;
  const head = await git(root, 'rev-parse', 'HEAD');
  if (tagged.split(' ').includes(head)) return undefined;
  return `The tag ${tag} is on another commit (git show ${tag}). Raise the version in package.json, course.yaml and CHANGELOG.md, or check out the tag.`;
}

async function git(folder: string, ...words: readonly string[]): Promise<string> {
  try {
    return (await promisify(execFile)('git', words, { cwd: folder })).stdout.trimEnd();
  } catch (cause) {
    throw new ReleaseRefused([`Git did not answer in ${folder}. A release needs git, and its files in a repository with a commit.`], {
      cause,
    });
  }
}
