/** How the learner of a seed goes about it. */
export interface MachinesKind {
  /** She leaves pages open when she goes. */
  readonly leavesOpen: boolean;
  /** One clock is wrong. */
  readonly wrongClock: boolean;
  /** More than 4,096 characters hold. */
  readonly writesPages: boolean;
  /** The browser of the second computer keeps nothing. */
  readonly keepsLittle: boolean;
}

export function machinesKind(seed: number): MachinesKind {
  return { leavesOpen: seed % 2 === 0, wrongClock: seed % 4 >= 2, writesPages: seed % 5 === 3, keepsLittle: seed % 9 === 8 };
}
