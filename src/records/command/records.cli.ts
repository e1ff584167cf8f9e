/** `npm run records -- …`, also installed as `aspa-records`. */
import { setFlagsFromString } from 'node:v8';
import { recordsCommand } from './records-command.ts';

// A nightly job shares its computer: V8 collects sooner, and ten thousand learners take a third less memory. Behind a network that costs
// no time; reports on a disk are only as fast as the processor, so with them it stays as it is.
if (!process.argv.some((option) => option.startsWith('--file'))) setFlagsFromString('--optimize-for-size');

// A reader who has gone away (`| head`, a log that is full): what goes to standard output notices it where it is written; messages that
// nobody reads are no reason to end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

process.exitCode = await recordsCommand(process.argv.slice(2), { environment: process.env, out: process.stdout, err: process.stderr });
