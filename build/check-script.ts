/**
 * What the bundle must not do: fetch from another host, listen to `unload`, ask the learner to stay, or be unreadable to the oldest browsers. Read off its syntax tree.
 * An address is only a fault where it would be fetched; namespaces, links and identifiers of xAPI are plain text.
 */
import { parseAst } from 'rollup/parseAst';
import { packedScript } from '../src/own-package/script-contents.ts';
import { checkMarkup } from './check-markup.ts';
import { visit } from './minify-templates.ts';
import type { PackageFault } from './package-error.ts';
import { youngSyntax } from './young-syntax.ts';

type Node = Readonly<Record<string, unknown>>;

const foreign = /^\s*(?:https?:|wss?:)?\/\//i;
/** Functions that fetch their first argument. */
const fetchers = new Set([
  'fetch',
  'import',
  'importScripts',
  'Worker',
  'SharedWorker',
  'WebSocket',
  'EventSource',
  'sendBeacon',
  'Request',
]);

export function checkScript(file: string, code: string): PackageFault[] {
  const faults: PackageFault[] = [];
  const young = youngSyntax(code);
  if (young !== undefined)
    faults.push({
      code: 'young-syntax',
      file,
      message: `the oldest browsers (browserslist in package.json) do not start with this: ${young}`,
    });
  const tree = parseAst(code);
  const leaving: unknown[] = [];
  const functions = new Map<string, Node[]>();
  visit(tree, (node) => {
    rememberFunction(node, functions);
    for (const text of textsOf(node)) {
      faults.push(...checkMarkup(file, text));
      const script = packedScript(text);
      if (script !== undefined) faults.push(...checkScript(file, script));
    }
    const fetched = fetchedText(node);
    if (fetched !== undefined && foreign.test(fetched)) {
      faults.push({ code: 'foreign-host', file, message: `fetches ${fetched}: everything has to come with the package.` });
    }
    const handler = handlerOf(node);
    if (handler?.event === 'unload') {
      faults.push({ code: 'unload-handler', file, message: 'listens to unload, which browsers and learning systems drop: use pagehide.' });
    } else if (handler?.event === 'beforeunload') {
      leaving.push(handler.listener);
    }
    if (memberName(node['left']) === 'returnValue' && node['type'] === 'AssignmentExpression') faults.push(leavePrompt(file));
  });
  for (const listener of leaving) {
    const bodies = bodiesOf(listener, functions);
    if (bodies.some((body) => prompts(body))) faults.push(leavePrompt(file));
  }
  return faults;
}

function leavePrompt(file: string): PackageFault {
  return { code: 'leave-prompt', file, message: 'asks the learner not to leave (beforeunload): save instead and let her go.' };
}

function textsOf(node: Node): string[] {
  if (node['type'] === 'Literal' && typeof node['value'] === 'string') return [node['value']];
  // A template is one text: a tag may begin before a value in it and end after.
  if (node['type'] === 'TemplateLiteral') {
    return [
      (node['quasis'] as { value: { cooked?: string | null; raw: string } }[]).map(({ value }) => value.cooked ?? value.raw).join('\0'),
    ];
  }
  return [];
}

/** The address that a call, a construction, an import or an assignment to `src` loads, where it is written out. */
function fetchedText(node: Node): string | undefined {
  switch (node['type']) {
    case 'ImportExpression':
      return beginningOf(node['source']);
    case 'CallExpression':
    case 'NewExpression': {
      const name = nameOf(node['callee']);
      const args = node['arguments'] as unknown[];
      if (name === 'open') return beginningOf(args[1]) === undefined || !isMethod(args[0]) ? undefined : beginningOf(args[1]);
      return name !== undefined && fetchers.has(name) ? beginningOf(args[0]) : undefined;
    }
    case 'AssignmentExpression':
      return ['src', 'srcset'].includes(memberName(node['left']) ?? '') ? beginningOf(node['right']) : undefined;
    default:
      return undefined;
  }
}

/** `open('GET', …)` of a request, not `window.open`. */
function isMethod(node: unknown): boolean {
  return /^(GET|HEAD|POST|PUT|DELETE)$/i.test(beginningOf(node) ?? '');
}

/** A text, or the beginning of one that is put together. */
function beginningOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node['type'] === 'BinaryExpression') return beginningOf(node['left']);
  return textsOf(node)[0];
}

/** What is told of an event of the window: `addEventListener('unload', …)`, `onunload = …`. */
function handlerOf(node: Node): { readonly event: string; readonly listener: unknown } | undefined {
  if (node['type'] === 'CallExpression' && /^(addEventListener|on)$/.test(nameOf(node['callee']) ?? '')) {
    const [event, listener] = node['arguments'] as unknown[];
    const name = beginningOf(event);
    return name === undefined ? undefined : { event: name, listener };
  }
  if (node['type'] === 'AssignmentExpression') {
    const event = /^on(\w+)$/.exec(memberName(node['left']) ?? '')?.[1];
    return event === undefined ? undefined : { event, listener: node['right'] };
  }
  return undefined;
}

function rememberFunction(node: Node, functions: Map<string, Node[]>): void {
  const remember = (name: string | undefined, value: unknown): void => {
    if (name !== undefined && isNode(value) && isFunction(value)) functions.set(name, [...(functions.get(name) ?? []), value]);
  };
  switch (node['type']) {
    case 'FunctionDeclaration':
      return remember(nameOf(node['id']), node);
    case 'VariableDeclarator':
      return remember(nameOf(node['id']), node['init']);
    case 'AssignmentExpression':
      return remember(memberName(node['left']) ?? nameOf(node['left']), node['right']);
    case 'Property':
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return remember(nameOf(node['key']), node['value']);
  }
}

/** The functions that a listener may be: itself, or all of its name. */
function bodiesOf(listener: unknown, functions: ReadonlyMap<string, readonly Node[]>): readonly Node[] {
  if (!isNode(listener)) return [];
  if (isFunction(listener)) return [listener];
  // `this.leave.bind(this)`
  if (listener['type'] === 'CallExpression' && nameOf(listener['callee']) === 'bind') {
    return bodiesOf((listener['callee'] as Node)['object'], functions);
  }
  return functions.get(nameOf(listener) ?? '') ?? [];
}

function prompts(body: Node): boolean {
  let found = false;
  visit(body, (node) => {
    if (node['type'] === 'CallExpression' && nameOf(node['callee']) === 'preventDefault') found = true;
  });
  return found;
}

function isFunction(node: Node): boolean {
  return /Function/.test(String(node['type']));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function memberName(node: unknown): string | undefined {
  return isNode(node) && node['type'] === 'MemberExpression' ? nameOf(node) : undefined;
}

/** `save` of `save`, `this.save`, `this.#save` and `window.save`. */
function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node['type'] === 'Identifier' || node['type'] === 'PrivateIdentifier') return String(node['name']);
  if (node['type'] === 'MemberExpression') return node['computed'] ? textsOf(node['property'] as Node)[0] : nameOf(node['property']);
  return undefined;
}
