/** The process in which programs of the project read the options that it is sent, one after another, and end at once. */

export interface Asked {
  /** Path of its file. */
  readonly program: string;
  readonly words: readonly string[];
}

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Ends a program that has called `process.exit`. */
class Exit extends Error {}

let asked = 0;

async function run({ program, words }: Asked): Promise<Ended> {
  const [out, err] = [process.stdout.write, process.stderr.write];
  const { exit, argv } = process;
  const written = { stdout: '', stderr: '' };
  let code: number | undefined;
  // After its exit a program says nothing more, though a `catch` of its own may still run here.
  const collect = (stream: keyof typeof written) => (text: string | Uint8Array) => {
    if (code === undefined) written[stream] += String(text);
    return true;
  };
  process.stdout.write = collect('stdout');
  process.stderr.write = collect('stderr');
  process.argv = [process.execPath, program, ...words];
  process.exit = (status) => {
    code ??= Number(status ?? process.exitCode ?? 0);
    throw new Exit();
  };
  try {
    // Its own file is read anew each time, and what it imports once for all programs.
    asked += 1;
    await import(`${program}?${String(asked)}`);
    code ??= Number(process.exitCode ?? 0);
  } catch (error) {
    if (!(error instanceof Exit)) written.stderr += error instanceof Error ? (error.stack ?? error.message) : String(error);
    code ??= 1;
  } finally {
    Object.assign(process, { exit, argv, exitCode: undefined });
    process.stdout.write = out;
    process.stderr.write = err;
  }
  return { code, ...written };
}

process.on('message', (asks: Asked) => void run(asks).then((ended) => process.send?.(ended)));
