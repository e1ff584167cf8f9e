/** Every type of field that an exercise can ask in: the only list there is. A new one is a folder beside this file and a line here, at any place. */
export { choice } from './choice/definition.ts';
export { date } from './date/definition.ts';
export { list } from './list/definition.ts';
export { scale } from './scale/definition.ts';
export { text } from './text/definition.ts';
export { tree } from './tree/definition.ts';
