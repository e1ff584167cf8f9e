/** An entry for tests of the build: holds the content and the interface's words, as the shell finds them. */
import { contents } from 'virtual:course';
import { fi } from '../../src/text/fi.ts';

document.title = `${contents[0].title}: ${fi.languages.now}`;
