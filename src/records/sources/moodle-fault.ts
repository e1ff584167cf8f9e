/** What Moodle's web services say in an answer of status 200 that is an error all the same, and what to do about it. */
import { z } from 'zod';
import { RecordsError, type RecordsErrorCode } from '../records-error.ts';

const SCHEMA = z.object({
  exception: z.string(),
  errorcode: z.string().default(''),
  message: z.string().default(''),
  /** Only where Moodle is set to show debug messages. */
  debuginfo: z.string().default(''),
});
export type MoodleFaultBody = z.infer<typeof SCHEMA>;

const REFUSALS =
  /invalidtoken|accessexception|nopermission|requireloginerror|sitepolicynotagreed|usernotfullysetup|servicerequireslogin|notallowed|forbiddenwsuser|enablewsdescription|accessdenied|noaccess|wsaccess|passwordisexpired|forcepasswordchange/i;
const MISSING = /cannotfindsco|invalidrecord|invalidcourse|unknowncourse|courseidnotfound|invalidcoursemodule|cannotfindcourse/i;
const LATER = /maintenance|dmlreadexception|dbconnectionfailed|upgraderequired|upgraderunning/i;

const NEXT: Readonly<Record<'refused' | 'not-found' | 'unavailable' | 'unreadable', string>> = {
  refused: 'Check the token, that its service has this function, and that its user may see the course’s participants and reports.',
  'not-found': 'Check the number given with --course.',
  unavailable: 'Run again later.',
  unreadable: 'Ask Moodle’s administrator what this means.',
};

export class MoodleFault extends RecordsError {
  constructor(
    where: string,
    readonly errorcode: string,
    message: string,
  ) {
    const code = codeOf(errorcode);
    super(code, `${where} says “${message}” (${errorcode || 'no code'}).`, NEXT[code]);
  }
}

/** @returns undefined where the body is no error */
export function faultIn(body: unknown): MoodleFaultBody | undefined {
  const parsed = SCHEMA.safeParse(body);
  return parsed.success ? parsed.data : undefined;
}

/** Moodle says the same for a function that the service lacks and for a user who may not use the protocol at all. */
export function isUnexplained({ errorcode }: MoodleFaultBody): boolean {
  return errorcode === 'accessexception';
}

/**
 * Says what is behind a refusal that Moodle does not explain (`webservice/lib.php`: the protocol's capability is checked before the function is
 * looked for in the service).
 * @param refused the functions that are refused in this way
 * @param needed all functions
 */
export function explained(site: string, fault: MoodleFaultBody, refused: readonly string[], needed: readonly string[]): RecordsError {
  const capability = /missing capability: ([\w/:]+)/.exec(fault.debuginfo)?.[1];
  if (capability !== undefined)
    return new RecordsError(
      'refused',
      `${site} refuses the token (missing capability: ${capability}).`,
      `Allow the token’s user the capability ${capability} in a role in the system context.`,
    );
  if (needed.every((name) => refused.includes(name)))
    return new RecordsError(
      'refused',
      `${site} refuses every function with “${fault.message}” (${fault.errorcode}). Most likely the token’s user lacks the capability webservice/rest:use, which Moodle does not say.`,
      'Allow it in a role of hers in the system context. Else check that the service is enabled, for this user, and for this computer’s address.',
    );
  const one = refused.length === 1;
  return new RecordsError(
    'refused',
    `${site} says “${fault.message}” (${fault.errorcode}). The token’s service lacks the ${one ? 'function' : 'functions'} ${refused.join(', ')}.`,
    `Add ${one ? 'it' : 'them'} there: Site administration > Server > Web services > External services.`,
  );
}

function codeOf(errorcode: string): Extract<RecordsErrorCode, keyof typeof NEXT> {
  if (REFUSALS.test(errorcode)) return 'refused';
  if (MISSING.test(errorcode)) return 'not-found';
  return LATER.test(errorcode) ? 'unavailable' : 'unreadable';
}
