/** Opens the system's browser; where there is none, nothing happens, since the address has been printed. */
import { spawn } from 'node:child_process';

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

export function openBrowser(url: string): void {
  const [command, ...parameters] = openers[process.platform] ?? ['xdg-open'];
  const opener = spawn(command, [...parameters, url], { stdio: 'ignore', detached: true });
  // No opener on this machine: the learner of the address follows it by hand.
  opener.on('error', () => {});
  opener.unref();
}
