/** The script of the page that shows an xAPI or cmi5 course: opens it at its launch address, and tells what the LRS has got. */
import type { LaunchedReceived } from '../launched-received.ts';
import { keepLooking, showCourse, watchFaults } from './course-place.ts';
import { launchedContent } from './side-panel-when-launched.ts';
import { byId, showPanel } from './draw-side-panel.ts';
import type { LaunchedConfig } from './player-config.ts';

const config = JSON.parse(byId('player-config').textContent ?? '') as LaunchedConfig;

watchFaults(config.base);
showCourse({ address: config.address, view: config.view, onOpened: () => {}, onLoaded: () => {} });
keepLooking<LaunchedReceived>(config.base, config.buildNumber, (received) => showPanel(launchedContent(received)));
