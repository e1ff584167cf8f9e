/** The command line: one run of it, and what is said when it ends. */
import { CommanderError } from 'commander';
import { RecordsError } from '../records-error.ts';
import { EXIT_CODES } from './exit-codes.ts';
import { checkedOptions } from './checked-options.ts';
import { recordsProgram, type CommandOptions } from './command-options.ts';
import { Messages, type MessageStream } from './progress-line.ts';
import { runRecords } from './run-records.ts';
import { Secrets } from './secrets.ts';

/** What surrounds the command. */
export interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly out: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly err: MessageStream;
}

/** @param options as on the command line, without the program's name. @returns the exit code */
export async function recordsCommand(options: readonly string[], surroundings: Surroundings): Promise<number> {
  const code = await run(options, surroundings);
  // Whoever types a command does not see its exit code.
  if (code !== EXIT_CODES.done) surroundings.err.write(`Exit code ${code}.\n`);
  return code;
}

async function run(options: readonly string[], { environment, out, err }: Surroundings): Promise<number> {
  let messages = new Messages(err, false);
  try {
    const cli = recordsProgram(out, err).parse(options, { from: 'user' }).opts<CommandOptions>();
    const secrets = await Secrets.read(cli.secrets, environment);
    messages = new Messages(err, cli.quiet === true, (text) => secrets.redact(text));
    return await runRecords(checkedOptions(cli, out.isTTY === true), secrets, messages, out);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES.usage;
    if (error instanceof RecordsError) {
      messages.error(`${error.message} ${error.next}`);
      if (error.readUntilThen !== undefined) messages.error(`Read until then: ${error.readUntilThen}`);
      if (error.code !== 'output') messages.error('No output was written; earlier ones and the state are as they were.');
      return EXIT_CODES[error.code];
    }
    messages.error(`A defect of this program: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return EXIT_CODES.fault;
  }
}
