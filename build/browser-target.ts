/**
 * The JavaScript that browsers are given, by esbuild's name of it: a browser that does not know it shows no course. For the course, exercises on
 * other pages, the page that makes a package, HR's page and the author's page; the preview's frame and the page of `--html` say it themselves.
 */
export const BROWSER_TARGET = 'es2022';
