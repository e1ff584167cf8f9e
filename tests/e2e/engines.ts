/** The engines that the course is tested in. */
import { chromiumEngine, firefoxEngine } from './playwright-engine.ts';
import type { Engine } from './view.ts';
import { webKitEngine } from './webkit-engine.ts';

export const engines: readonly Engine[] = [chromiumEngine, firefoxEngine, webKitEngine];
