/** By what a person is known, in the form in which two sources can be compared. */
import type { Learner } from '../completion-record.ts';
import { sha1 } from './digests.ts';

/** By what records are taken to be one person's. */
export type Identifier = 'employee' | 'email' | 'account';
/** The surest first. */
export const IDENTIFIERS: readonly Identifier[] = ['employee', 'email', 'account'];

/** Spreadsheets drop zeros before a number. */
export function numberKey(employeeNumber: string | undefined): string | undefined {
  return employeeNumber?.toLowerCase().replace(/^0+(?=\d)/, '');
}

/** Her address, or the one by which mod_cmi5 and others name her account. */
export function addressOf({ email, account }: Learner): string | undefined {
  const address = email ?? (account !== undefined && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(account.name) ? account.name : undefined);
  return address?.toLowerCase();
}

/** A user name in a system, which may mind its case. The system is the same one by http and by https. */
export function accountKey({ account }: Learner): string | undefined {
  if (account?.homePage === undefined) return undefined;
  return `${account.homePage.replace(/^https?:\/\//i, '').replace(/\/$/, '')} ${account.name}`;
}

/** As somebody reads it. */
export function writtenIdentifier(learner: Learner, identifier: Identifier): string {
  const { employeeNumber, emailHash, account } = learner;
  return { employee: employeeNumber, email: addressOf(learner) ?? emailHash, account: account?.name }[identifier] ?? '';
}

/** The addresses by their hashes: how an LRS that hides addresses names them, which may be as they were typed (xAPI 1.0.3, 4.1.2.3). */
export async function addressesByHash(learners: readonly Learner[]): Promise<ReadonlyMap<string, string>> {
  const spellings = new Set(
    learners.flatMap(({ email, emailTyped }) => [email?.toLowerCase(), emailTyped].filter((one) => one !== undefined)),
  );
  const hashed = async (address: string): Promise<[string, string]> => [await sha1(`mailto:${address}`), address.toLowerCase()];
  return new Map(await Promise.all([...spellings].map(hashed)));
}
