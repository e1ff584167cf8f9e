/** What is wrong with a package that was about to be written. A developer reads it: the words are English, but for what an author can mend. */
import type { PackageName } from './packages.ts';

export type PackageFaultCode =
  | 'schema'
  | 'reference'
  | 'missing-file'
  | 'unlisted-file'
  | 'base-name'
  | 'file-name'
  | 'empty-file'
  | 'title'
  | 'launch'
  | 'foreign-host'
  | 'unload-handler'
  | 'leave-prompt'
  | 'young-syntax'
  | 'settings'
  | 'language'
  | 'launch-requests'
  | 'launch-size'
  | 'zip-size';

export interface PackageFault {
  readonly code: PackageFaultCode;
  /** Path in the package. */
  readonly file: string;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** The course works all the same, and costs who opens it more than it should. */
export function isOfSize({ code }: PackageFault): boolean {
  return code === 'launch-size' || code === 'zip-size';
}

/** Thrown with every fault of a package at once. */
export class PackageError extends Error {
  override readonly name = 'PackageError';

  constructor(
    readonly packageName: PackageName,
    readonly faults: readonly PackageFault[],
    options?: ErrorOptions,
  ) {
    const list = faults.map(({ code, file, message }) => `  ${file}: ${message} [${code}]`).join('\n');
    super(`The package ${packageName} was not written, because:\n${list}`, options);
  }
}
