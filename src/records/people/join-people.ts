/** Makes one person of what several sources and the staff list know of her. */
import type { Learner } from '../completion-record.ts';
import { sha1 } from './digests.ts';
import { isWithdrawnWhole, type LedgerEntry, type Mark, type SourceLedger } from '../sources/source-ledger.ts';

/** By what records are taken to be one person's. */
export type Identifier = 'employee' | 'email' | 'account';
export const IDENTIFIERS: readonly Identifier[] = ['employee', 'email', 'account'];

export interface Person extends Omit<Learner, 'key'> {
  readonly key: string;
  readonly onStaffList: boolean;
  /** One for each source that knows the person. */
  readonly marks: readonly ReadonlyMap<string, readonly Mark[]>[];
}

export interface Joined {
  readonly people: readonly Person[];
  /** Pairs that share an identifier but have different employee numbers: left apart. */
  readonly conflicts: number;
}

interface Member {
  readonly learner: Learner;
  readonly entry?: LedgerEntry;
}

/** @param staff of the list of people; what it says goes before what a source says */
export async function joinPeople(
  ledgers: readonly SourceLedger[],
  staff: readonly Learner[],
  identify: readonly Identifier[],
): Promise<Joined> {
  const members: Member[] = [
    ...staff.map((learner): Member => ({ learner })),
    ...ledgers.flatMap((ledger) =>
      [...ledger.entries.values()].filter((entry) => !isWithdrawnWhole(entry)).map((entry): Member => ({ learner: entry.learner, entry })),
    ),
  ];
  const groups = new Groups(members.map(({ learner }) => numberKey(learner.employeeNumber)));
  const hashed = identify.includes('email') && members.some(({ learner }) => learner.emailHash !== undefined);
  const hashes = hashed ? await addressHashes(members) : new Map<string, string>();
  const first = new Map<string, number>();
  members.forEach(({ learner }, index) => {
    for (const identifier of identifiersOf(learner, identify, hashes)) {
      const other = first.get(identifier);
      if (other === undefined) first.set(identifier, index);
      else groups.join(other, index);
    }
  });
  if (identify.includes('account')) joinBareAccounts(members, groups);
  const byRoot = new Map<number, Member[]>();
  members.forEach((member, index) => {
    const root = groups.rootOf(index);
    const group = byRoot.get(root);
    if (group) group.push(member);
    else byRoot.set(root, [member]);
  });
  return { people: [...byRoot.values()].map(merged), conflicts: groups.conflicts };
}

function identifiersOf(
  { employeeNumber, email, emailHash, account }: Learner,
  identify: readonly Identifier[],
  hashes: ReadonlyMap<string, string>,
): string[] {
  const found: string[] = [];
  if (identify.includes('employee') && employeeNumber !== undefined) found.push(`employee ${numberKey(employeeNumber)}`);
  const address = email ?? addressIn(account);
  if (identify.includes('email') && address !== undefined) {
    found.push(`email ${address.toLowerCase()}`);
    const hash = hashes.get(address.toLowerCase());
    if (hash !== undefined) found.push(`sha1 ${hash}`);
  }
  if (identify.includes('email') && emailHash !== undefined) found.push(`sha1 ${emailHash}`);
  if (identify.includes('account') && account?.homePage !== undefined)
    found.push(`account ${account.homePage.replace(/\/$/, '')} ${account.name.toLowerCase()}`);
  return found;
}

/** mod_cmi5 and others name a learner's account by her address. */
function addressIn(account: Learner['account']): string | undefined {
  return account !== undefined && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(account.name) ? account.name : undefined;
}

/** By address in small letters: how an LRS that hides addresses names them (xAPI 1.0.3, 4.1.2.3). */
async function addressHashes(members: readonly Member[]): Promise<Map<string, string>> {
  const addresses = [...new Set(members.flatMap(({ learner: { email } }) => email?.toLowerCase() ?? []))];
  const hashed = async (address: string): Promise<[string, string]> => [address, await sha1(`mailto:${address}`)];
  return new Map(await Promise.all(addresses.map(hashed)));
}

/** Spreadsheets drop zeros before a number. */
export function numberKey(employeeNumber: string | undefined): string | undefined {
  return employeeNumber?.toLowerCase().replace(/^0+(?=\d)/, '');
}

/** A user name without a system (a staff list, a report) is anybody's of that name, as long as only one is meant. */
function joinBareAccounts(members: readonly Member[], groups: Groups): void {
  const named = new Map<string, number[]>();
  members.forEach(({ learner: { account } }, index) => {
    if (account) named.set(account.name.toLowerCase(), [...(named.get(account.name.toLowerCase()) ?? []), index]);
  });
  for (const indexes of named.values()) {
    const bare = indexes.filter((index) => members[index]?.learner.account?.homePage === undefined);
    const owners = new Set(indexes.filter((index) => !bare.includes(index)).map((index) => groups.rootOf(index)));
    if (bare[0] === undefined || owners.size > 1) continue;
    for (const index of indexes) groups.join(bare[0], index);
  }
}

/** Disjoint sets, each with at most one employee number. */
class Groups {
  conflicts = 0;
  private readonly parents: number[];
  private readonly numbers: (string | undefined)[];

  constructor(numbers: readonly (string | undefined)[]) {
    this.parents = numbers.map((_number, index) => index);
    this.numbers = [...numbers];
  }

  rootOf(index: number): number {
    let root = index;
    while (this.parents[root] !== root) root = this.parents[root] as number;
    for (let here = index; here !== root;) {
      const next = this.parents[here] as number;
      this.parents[here] = root;
      here = next;
    }
    return root;
  }

  join(one: number, other: number): void {
    const a = this.rootOf(one);
    const b = this.rootOf(other);
    if (a === b) return;
    const [numberA, numberB] = [this.numbers[a], this.numbers[b]];
    if (numberA !== undefined && numberB !== undefined && numberA !== numberB) {
      this.conflicts++;
      return;
    }
    const [root, child] = a < b ? [a, b] : [b, a];
    this.parents[child] = root;
    this.numbers[root] = numberA ?? numberB;
  }
}

/** What a person is known by, from whoever says it first. */
const KNOWN = ['name', 'email', 'employeeNumber', 'account', 'unit', 'manager'] as const;
type Known = { -readonly [Key in (typeof KNOWN)[number]]?: Learner[Key] };

function merged(group: readonly Member[]): Person {
  const known: Known = {};
  for (const { learner } of group) for (const key of KNOWN) learn(known, key, learner);
  const { name, email, employeeNumber, account } = known;
  return {
    key: employeeNumber ?? email ?? (account ? `${account.name} ${account.homePage ?? ''}` : (name ?? group[0]?.learner.key ?? '')),
    onStaffList: group.some(({ entry }) => entry === undefined),
    marks: group.flatMap(({ entry }) => entry?.marks ?? []),
    ...known,
  };
}

function learn<Key extends keyof Known>(known: Known, key: Key, learner: Learner): void {
  const value: Known[Key] = learner[key];
  if (value !== undefined && known[key] === undefined) known[key] = value;
}
