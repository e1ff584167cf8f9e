/** What Moodle's web services say in an answer of status 200 that is an error all the same, and what to do about it. */
import { z } from 'zod';
import { RecordsError } from '../records-error.ts';
import type { MessagesText } from '../text/messages/messages-text.ts';

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

export class MoodleFault extends RecordsError {
  /** @param request the function that was asked for */
  constructor(
    source: string,
    request: string,
    readonly errorcode: string,
    message: string,
  ) {
    const code = codeOf(errorcode);
    super(code, ({ moodle }) => [moodle.says(source, request, message, errorcode), moodle.next[code]]);
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
  const { message, errorcode } = fault;
  if (capability !== undefined) return new RecordsError('refused', ({ moodle }) => moodle.lacksCapability(site, capability));
  if (needed.every((name) => refused.includes(name)))
    return new RecordsError('refused', ({ moodle }) => moodle.refusesAll(site, message, errorcode));
  return new RecordsError('refused', ({ moodle }) => moodle.lacksFunctions(site, message, errorcode, refused));
}

function codeOf(errorcode: string): keyof MessagesText['moodle']['next'] {
  if (REFUSALS.test(errorcode)) return 'refused';
  if (MISSING.test(errorcode)) return 'not-found';
  return LATER.test(errorcode) ? 'unavailable' : 'unreadable';
}
