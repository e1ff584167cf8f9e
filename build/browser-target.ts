/**
 * The oldest browsers that the course opens in (`browserslist` in package.json), by esbuild's names of them: a browser that does not know its
 * JavaScript shows no course. For the course, exercises on other pages, the page that makes a package, HR's page and the author's page; the
 * preview's frame and the page of `--html` say it themselves.
 */
import project from '../package.json' with { type: 'json' };

export const BROWSER_TARGET = project.browserslist.map((browser) => browser.replace('ios_saf', 'ios').replace(' ', ''));
