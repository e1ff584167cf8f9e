/** `npm run records -- …`, also installed as `aspa-records`. */
import { recordsCommand } from './records-command.ts';

process.exitCode = await recordsCommand(process.argv.slice(2), { environment: process.env, out: process.stdout, err: process.stderr });
