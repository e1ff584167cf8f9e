/** The command line: one run of it, and what is said when it ends. */
import { CommanderError } from 'commander';
import { RecordsError } from '../records-error.ts';
import { messagesTextIn, type MessagesText } from '../text/messages/messages-text.ts';
import { EXIT_CODES } from './exit-codes.ts';
import { checkedOptions } from './checked-options.ts';
import { recordsProgram, type CommandOptions } from './command-options.ts';
import { Messages, type MessageStream } from './progress-line.ts';
import { runRecords } from './run-records.ts';
import { Secrets } from './secrets.ts';
import { languageAskedFor, wrongOption } from './wrong-options.ts';

/** What surrounds the command. */
export interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly out: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly err: MessageStream;
}

/** @param options as on the command line, without the program's name. @returns the exit code */
export async function recordsCommand(options: readonly string[], surroundings: Surroundings): Promise<number> {
  const text = messagesTextIn(languageAskedFor(options));
  const code = await run(options, surroundings, text);
  // Whoever types a command does not see its exit code.
  if (code !== EXIT_CODES.done) surroundings.err.write(`${text.run.exitCode(code)}\n`);
  return code;
}

async function run(options: readonly string[], { environment, out, err }: Surroundings, text: MessagesText): Promise<number> {
  let messages = new Messages(err, text, false);
  try {
    const cli = recordsProgram(out, text.options).parse(options, { from: 'user' }).opts<CommandOptions>();
    const secrets = await Secrets.read(cli.secrets, environment);
    messages = new Messages(err, text, cli.quiet === true, (line) => secrets.redact(line));
    return await runRecords(checkedOptions(cli, out.isTTY === true), secrets, messages, out);
  } catch (error) {
    return told(error, messages);
  }
}

/** Says what became of a run that has failed. @returns its exit code */
function told(error: unknown, messages: Messages): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT_CODES.done;
    messages.error((text) => wrongOption(error, text.options));
    return EXIT_CODES.usage;
  }
  if (error instanceof RecordsError) {
    const { code, said, readUntilThen } = error;
    messages.error((text) => said(text).join(' '));
    if (readUntilThen) messages.error((text) => text.run.readUntilThen(readUntilThen(text)));
    if (code !== 'output') messages.error((text) => text.run.nothingWritten);
    return EXIT_CODES[code];
  }
  messages.error((text) => text.run.defect(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  return EXIT_CODES.fault;
}
