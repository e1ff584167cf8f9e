/**
 * custom-elements.json (schema 1.0.0 of the custom elements manifest): the elements that draw exercises and fields, read from their sources, for
 * editors and for the page of components.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { AnswerEvent } from '../src/course/answer-event.ts';
import { everyFieldType, everyKind } from './every-kind.ts';

export interface ElementProperty {
  readonly kind: 'field';
  readonly name: string;
  readonly type: { readonly text: string };
  readonly description?: string;
  readonly default?: string;
  /** The attribute that sets it. */
  readonly attribute?: string;
  readonly inheritedFrom?: { readonly name: string };
}

interface Named {
  readonly name: string;
  readonly description?: string;
}

export interface ElementDeclaration {
  readonly kind: 'class';
  readonly customElement: true;
  readonly name: string;
  readonly tagName: string;
  readonly description: string;
  readonly superclass: { readonly name: string };
  readonly members: readonly ElementProperty[];
  readonly attributes: readonly (Named & { readonly fieldName: string })[];
  readonly events: readonly (Named & { readonly type: { readonly text: string } })[];
  readonly cssParts: readonly Named[];
}

interface ElementsModule {
  readonly kind: 'javascript-module';
  readonly path: string;
  readonly declarations: readonly ElementDeclaration[];
  readonly exports: readonly object[];
}

export interface ElementsManifest {
  readonly schemaVersion: '1.0.0';
  readonly modules: readonly ElementsModule[];
}

/** What an element inherits. */
const BASES: Readonly<Record<string, string>> = {
  ExerciseElement: 'src/exercises/shared/exercise-element.ts',
  FieldElement: 'src/fields/shared/field-element.ts',
};
/** Names of events that are classes of their own; all others are named in the comment itself. */
const EVENT_NAMES: Readonly<Record<string, string>> = { AnswerEvent: AnswerEvent.type };
const root = fileURLToPath(new URL('..', import.meta.url));

/** An element for any page, each kind of exercise, each type of field that has an element. */
export async function elementsManifest(): Promise<ElementsManifest> {
  const paths = [
    'src/exercises/shared/single-exercise.ts',
    ...everyKind.map((kind) => `src/exercises/${kind}/element.ts`),
    // Lists and trees are drawn by the exercises themselves.
    ...everyFieldType.map((type) => `src/fields/${type}/element.ts`).filter((path) => existsSync(`${root}${path}`)),
  ];
  return { schemaVersion: '1.0.0', modules: await Promise.all(paths.map(moduleOf)) };
}

async function moduleOf(path: string): Promise<ElementsModule> {
  const found = (await classesIn(path)).find((one) => tagOf(one) !== undefined);
  const name = found?.name?.text;
  const tagName = found && tagOf(found);
  if (!found || name === undefined || tagName === undefined) throw new Error(`${path} defines no custom element.`);
  const base = superclassOf(found);
  const inherited = BASES[base] === undefined ? undefined : (await classesIn(BASES[base])).find((one) => one.name?.text === base);
  const own = propertiesOf(found);
  const members = [
    ...own,
    ...(inherited ? propertiesOf(inherited) : [])
      .filter((property) => !own.some((mine) => mine.name === property.name))
      .map((property) => ({ ...property, inheritedFrom: { name: base } })),
  ];
  const lineage = inherited ? [found, inherited] : [found];
  const declaration: ElementDeclaration = {
    kind: 'class',
    customElement: true,
    name,
    tagName,
    description: commentOf(found) ?? '',
    superclass: { name: base },
    members,
    attributes: members.flatMap(({ attribute, name: fieldName, description }) =>
      attribute === undefined ? [] : [{ name: attribute, fieldName, ...(description === undefined ? {} : { description }) }],
    ),
    events: lineage
      .flatMap((one) => taggedIn(one, 'fires'))
      .map(({ name: event, type, ...rest }) => ({
        name: EVENT_NAMES[event] ?? event,
        type: { text: event in EVENT_NAMES ? event : (type ?? 'Event') },
        ...rest,
      })),
    cssParts: lineage.flatMap((one) => taggedIn(one, 'csspart')),
  };
  const at = { name, module: path };
  return {
    kind: 'javascript-module',
    path,
    declarations: [declaration],
    exports: [
      { kind: 'js', name, declaration: at },
      { kind: 'custom-element-definition', name: tagName, declaration: at },
    ],
  };
}

async function classesIn(path: string): Promise<ts.ClassDeclaration[]> {
  const source = ts.createSourceFile(path, await readFile(`${root}${path}`, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isClassDeclaration);
}

/** The call of a decorator of that name. */
function decoration(node: ts.HasDecorators, name: string): ts.CallExpression | undefined {
  return ts
    .getDecorators(node)
    ?.map(({ expression }) => expression)
    .filter(ts.isCallExpression)
    .find(({ expression }) => expression.getText() === name);
}

function tagOf(found: ts.ClassDeclaration): string | undefined {
  const [tag] = decoration(found, 'customElement')?.arguments ?? [];
  return tag && ts.isStringLiteral(tag) ? tag.text : undefined;
}

function superclassOf(found: ts.ClassDeclaration): string {
  return found.heritageClauses?.[0]?.types[0]?.expression.getText() ?? 'HTMLElement';
}

function propertiesOf(found: ts.ClassDeclaration): ElementProperty[] {
  return found.members.flatMap((member): ElementProperty[] => {
    if (!(ts.isPropertyDeclaration(member) || ts.isGetAccessor(member))) return [];
    const decorated = decoration(member, 'property');
    if (!decorated) return [];
    const name = member.name.getText();
    const initial = ts.isPropertyDeclaration(member) ? member.initializer?.getText() : undefined;
    const attribute = attributeOf(name, decorated);
    const description = commentOf(member);
    return [
      {
        kind: 'field',
        name,
        type: { text: oneLine(member.type?.getText() ?? (initial?.startsWith("'") ? 'string' : 'boolean')) },
        ...(description === undefined ? {} : { description }),
        ...(initial === undefined ? {} : { default: oneLine(initial) }),
        ...(attribute === undefined ? {} : { attribute }),
      },
    ];
  });
}

/** As Lit names it: `attribute` of the options, or the property's name in small letters. */
function attributeOf(name: string, decorated: ts.CallExpression): string | undefined {
  const [options] = decorated.arguments;
  const written = /attribute:\s*(false|'([^']+)')/.exec(options?.getText() ?? '');
  return written?.[1] === 'false' ? undefined : (written?.[2] ?? name.toLowerCase());
}

function commentOf(node: ts.Node): string | undefined {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = comment && ts.getTextOfJSDocComment(comment.comment);
  return text === undefined || text === '' ? undefined : oneLine(text);
}

/** What a class says of its events or parts: `@fires {CustomEvent<Change>} change after each change`. */
function taggedIn(found: ts.ClassDeclaration, tag: string): (Named & { readonly type?: string })[] {
  return ts.getJSDocTags(found).flatMap((one) => {
    if (one.tagName.text !== tag) return [];
    const text = oneLine(ts.getTextOfJSDocComment(one.comment) ?? '');
    const [, type, name = text, description = ''] = /^(?:\{([^}]+)\}\s+)?(\S+)(?:\s+(?:-\s+)?(.*))?$/.exec(text) ?? [];
    return [{ name, ...(type === undefined ? {} : { type }), ...(description === '' ? {} : { description }) }];
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

export function manifestText(manifest: ElementsManifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
