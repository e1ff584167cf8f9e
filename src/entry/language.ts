/** The file of a further language: the build puts its content and its words in here, in the place of the main language's. */
import { contents, shaped } from 'virtual:course';
import { fi as text } from '../text/fi.ts';
import { handOver } from '../text/language-pack.ts';

const [content] = contents;
handOver({ language: content.language, text, content: shaped(content) });
