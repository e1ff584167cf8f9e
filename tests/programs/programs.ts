/** The process in which programs of the project run that end by themselves, one after another, as they are sent. */

export interface Started {
  /** Path of its file. */
  readonly program: string;
  readonly words: readonly string[];
  /** Where it is started. */
  readonly folder: string;
}

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Ends a program that has called `process.exit`. */
class Exit extends Error {}

let started = 0;

async function run({ program, words, folder }: Started): Promise<Ended> {
  const [out, err] = [process.stdout.write, process.stderr.write];
  const { exit, argv } = process;
  const home = process.cwd();
  const written = { stdout: '', stderr: '' };
  let code: number | undefined;
  // After its exit a program says nothing more, though a `catch` of its own may still run here.
  const collect = (stream: keyof typeof written) => (text: string | Uint8Array) => {
    if (code === undefined) written[stream] += typeof text === 'string' ? text : Buffer.from(text).toString();
    return true;
  };
  process.stdout.write = collect('stdout');
  process.stderr.write = collect('stderr');
  process.argv = [process.execPath, program, ...words];
  process.chdir(folder);
  process.exit = (status) => {
    code ??= Number(status ?? process.exitCode ?? 0);
    throw new Exit();
  };
  try {
    // Its own file is read anew each time, and what it imports once for all programs.
    started += 1;
    await import(`${program}?${String(started)}`);
    code ??= Number(process.exitCode ?? 0);
  } catch (error) {
    if (!(error instanceof Exit)) written.stderr += error instanceof Error ? (error.stack ?? error.message) : String(error);
    code ??= 1;
  } finally {
    Object.assign(process, { exit, argv, exitCode: undefined });
    process.stdout.write = out;
    process.stderr.write = err;
    process.chdir(home);
  }
  return { code, ...written };
}

process.on('message', (program: Started) => void run(program).then((ended) => process.send?.(ended)));
