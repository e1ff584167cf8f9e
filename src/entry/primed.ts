/** Imported first by the entries of SCORM: a worker reads the primer of the state while the rest of the script runs. */
import { workerScript } from 'virtual:primer-worker';
import { primeAside } from '../tracking/state/prime-aside.ts';

export const primed = primeAside(workerScript);
