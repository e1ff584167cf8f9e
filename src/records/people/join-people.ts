/** Makes one person of what several sources and the staff list know of her. Who may be two people is never made one without a word. */
import type { Learner } from '../completion-record.ts';
import { isWithdrawnWhole, type LedgerEntry, type Mark, type SourceLedger } from '../sources/source-ledger.ts';
import { namesOfSeveralRows } from './names-of-several-rows.ts';
import { accountKey, addressesByHash, addressOf, IDENTIFIERS, numberKey, writtenIdentifier, type Identifier } from './person-keys.ts';
import { areSeveral, areTwo, areUnlike, together, traitsOf, type Traits } from './two-people.ts';

type Marks = ReadonlyMap<string, readonly Mark[]>;

export interface Person extends Omit<Learner, 'key'> {
  /** By what is hers alone, the same in every run. */
  readonly key: string;
  readonly onStaffList: boolean;
  /** One for each source that knows the person. */
  readonly marks: readonly Marks[];
}

export interface Joined {
  readonly people: readonly Person[];
  /** Numbers, addresses and user names that are of several people: they make nobody one. */
  readonly conflicts: readonly string[];
  /** The names of each person whose records have different ones: a name was changed, or what makes them one is of two people. */
  readonly unlikeNames: readonly string[];
  /** Names of people who are on the list of people in several units: each has one row, in the first of them. */
  readonly ofSeveralUnits: readonly string[];
  /** Names that stand in several rows, which may be one person's. */
  readonly sameNames: readonly string[];
  /** People of the sources without a name, an address, a number or a user name of theirs. */
  readonly unnamed: number;
  /** How many people the sources have, where all of them have one name. */
  readonly alike: number;
}

/** As many may have one name by chance. */
const FEW = 4;

interface Member {
  readonly learner: Learner;
  /** Of a source: what it knows, and which source it is. */
  readonly known?: { readonly entry: LedgerEntry; readonly ledger: SourceLedger };
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
      [...ledger.entries.values()].map((entry): Member => ({ learner: entry.learner, known: { entry, ledger } })),
    ),
  ];
  const groups = new Groups(members.map(({ learner, known }) => traitsOf(learner, known === undefined)));
  const owned = await membersByIdentifier(members);
  // What several have for a number is none: it neither joins them nor keeps them from anybody.
  groups.forgetNumbers(owned.employee);
  for (const identifier of IDENTIFIERS) if (identify.includes(identifier)) groups.joinAll(identifier, owned[identifier].values());
  if (identify.includes('account')) groups.joinAll('account', bareAccounts(members, groups));
  const byRoot = new Map<number, Member[]>();
  members.forEach((member, index) => {
    const root = groups.rootOf(index);
    const group = byRoot.get(root);
    if (group) group.push(member);
    else byRoot.set(root, [member]);
  });
  const kept = [...byRoot.values()].filter((group) => group.some(({ known }) => !known || !isWithdrawnWhole(known.entry)));
  const people = withOwnKeys(kept.map(merged));
  const conflicts = groups.conflicts.map(([identifier, index]) => writtenIdentifier((members[index] as Member).learner, identifier));
  const unlikeNames = kept.filter(hasUnlikeNames).map((group) => [...namesOf(group)].join(' / '));
  const ofSeveralUnits = kept.filter(isOfSeveralUnits).map((group) => nameOf(merged(group)));
  return { people, conflicts, unlikeNames, ofSeveralUnits, sameNames: namesOfSeveralRows(people), ...namingOf(people) };
}

export function nameOf({ name, email, account, key }: Person): string {
  return name ?? email ?? account?.name ?? key;
}

/** Whether sources tell people apart by their names. */
function namingOf(people: readonly Person[]): Pick<Joined, 'unnamed' | 'alike'> {
  const known = people.filter(({ marks }) => marks.length > 0);
  const names = new Set(known.map(({ name }) => name));
  return {
    unnamed: known.filter(({ name, email, employeeNumber, account }) => (name ?? email ?? employeeNumber ?? account) === undefined).length,
    alike: known.length > FEW && names.size === 1 && !names.has(undefined) ? known.length : 0,
  };
}

/** Which members have an identifier. */
type Owned = ReadonlyMap<string, readonly number[]>;

async function membersByIdentifier(members: readonly Member[]): Promise<Record<Identifier, Owned>> {
  const hidden = members.some(({ learner }) => learner.emailHash !== undefined);
  const addresses = hidden ? await addressesByHash(members.map(({ learner }) => learner)) : new Map<string, string>();
  const address = (learner: Learner): string | undefined =>
    addressOf(learner) ?? (learner.emailHash === undefined ? undefined : (addresses.get(learner.emailHash) ?? learner.emailHash));
  return {
    employee: membersBy(members, ({ employeeNumber }) => numberKey(employeeNumber)),
    email: membersBy(members, address),
    account: membersBy(members, accountKey),
  };
}

function membersBy(members: readonly Member[], keyOf: (learner: Learner) => string | undefined): Map<string, number[]> {
  const found = new Map<string, number[]>();
  members.forEach(({ learner }, index) => {
    const key = keyOf(learner);
    if (key === undefined) return;
    const indexes = found.get(key);
    if (indexes) indexes.push(index);
    else found.set(key, [index]);
  });
  return found;
}

/** A user name without a system (a staff list, a report) is anybody's of that name, as long as only one is meant. */
function* bareAccounts(members: readonly Member[], groups: Groups): Generator<readonly number[]> {
  for (const indexes of membersBy(members, ({ account }) => account?.name.toLowerCase()).values()) {
    const inSystems = indexes.filter((index) => members[index]?.learner.account?.homePage !== undefined);
    if (inSystems.length === indexes.length) continue;
    const owners = new Set(inSystems.map((index) => groups.rootOf(index)));
    if (owners.size > 1) groups.conflicts.push(['account', indexes[0] as number]);
    else yield indexes;
  }
}

/** Disjoint sets, each of one person. */
class Groups {
  readonly conflicts: (readonly [Identifier, index: number])[] = [];
  private readonly parents: number[];
  /** Of each member, and of the whole group at its root. */
  private readonly traits: Traits[];

  constructor(traits: readonly Traits[]) {
    this.parents = traits.map((_traits, index) => index);
    this.traits = [...traits];
  }

  /** Those that are of several people, who have names and addresses of their own. */
  forgetNumbers(owned: Owned): void {
    for (const indexes of owned.values())
      if (this.areSeveral(indexes))
        for (const index of indexes) {
          const { number: _number, ...others } = this.traits[index] ?? {};
          this.traits[index] = others;
        }
  }

  /** @param shared for each identifier the members that have it. What is of several people joins none of them. */
  joinAll(identifier: Identifier, shared: Iterable<readonly number[]>): void {
    for (const indexes of shared) {
      const [first, ...others] = indexes;
      if (first === undefined || others.length === 0) continue;
      const isShared = this.areSeveral(indexes) || others.map((other) => this.join(first, other)).includes(false);
      if (isShared) this.conflicts.push([identifier, first]);
    }
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

  /** Judged by all that is known of whom they belong to. */
  private areSeveral(indexes: readonly number[]): boolean {
    const roots = new Set(indexes.map((index) => this.rootOf(index)));
    return roots.size > 1 && areSeveral([...roots].map((root) => this.traits[root] ?? {}));
  }

  /** Returns false where they are two people. */
  private join(one: number, other: number): boolean {
    const [root, child] = [this.rootOf(one), this.rootOf(other)].sort((a, b) => a - b) as [number, number];
    if (root === child) return true;
    const [known, more] = [this.traits[root] ?? {}, this.traits[child] ?? {}];
    if (areTwo(known, more)) return false;
    this.parents[child] = root;
    this.traits[root] = together(known, more);
    return true;
  }
}

/** What a person is known by, from whoever says it first. */
const KNOWN = ['name', 'email', 'employeeNumber', 'account', 'unit', 'manager'] as const;
type Known = { -readonly [Key in (typeof KNOWN)[number]]?: Learner[Key] };

function merged(group: readonly Member[]): Person {
  const said: Known = {};
  for (const { learner } of group) for (const key of KNOWN) learn(said, key, learner);
  return { key: group[0]?.learner.key ?? '', onStaffList: group.some(({ known }) => !known), marks: marksBySource(group), ...said };
}

/** A source may know her by several of her identifiers. */
function marksBySource(group: readonly Member[]): Marks[] {
  const bySource = new Map<SourceLedger, Marks>();
  for (const { known } of group) {
    if (!known) continue;
    const before = bySource.get(known.ledger);
    bySource.set(known.ledger, before ? bothMarks(before, known.entry.marks) : known.entry.marks);
  }
  return [...bySource.values()];
}

function bothMarks(one: Marks, other: Marks): Marks {
  const both = new Map(one);
  for (const [proof, list] of other) both.set(proof, [...(both.get(proof) ?? []), ...list]);
  return both;
}

/** By the surest that nobody else has; what several have is told apart by the rest of it. */
function withOwnKeys(people: readonly Person[]): Person[] {
  const ways = people.map(waysToSay);
  const owners = new Map<string, number>();
  for (const way of ways.flat()) owners.set(way, (owners.get(way) ?? 0) + 1);
  return people.map((person, index) => {
    const own = ways[index] ?? [];
    return { ...person, key: own.find((way) => owners.get(way) === 1) ?? own.join(' ') };
  });
}

function waysToSay({ key, employeeNumber, email, account, name }: Person): string[] {
  const user = account && (account.homePage === undefined ? `${account.name.toLowerCase()} ` : `${account.name} ${account.homePage}`);
  return [numberKey(employeeNumber), email, user, name?.toLowerCase() ?? key].filter((way) => way !== undefined);
}

function learn<Key extends keyof Known>(known: Known, key: Key, learner: Learner): void {
  const value: Known[Key] = learner[key];
  if (value !== undefined && known[key] === undefined) known[key] = value;
}

function isOfSeveralUnits(group: readonly Member[]): boolean {
  return new Set(group.flatMap(({ learner: { unit }, known }) => (known ? [] : (unit ?? [])))).size > 1;
}

function namesOf(group: readonly Member[]): ReadonlySet<string> {
  return new Set(group.flatMap(({ learner: { name, otherNames = [] } }) => [...(name === undefined ? [] : [name]), ...otherNames]));
}

function hasUnlikeNames(group: readonly Member[]): boolean {
  const [first, ...others] = namesOf(group);
  return first !== undefined && others.some((name) => areUnlike(first, name));
}
