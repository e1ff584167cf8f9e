/** A port as it is given on a command line. */
import { InvalidArgumentError } from 'commander';

/** 0 means any free one. @throws InvalidArgumentError */
export function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  return port;
}
