/* eslint-disable lit/binding-positions, lit/no-invalid-html -- a static value may stand for a tag, which the rules do not know */
import { noChange, type TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { html, unsafeStatic, type StaticValue } from 'lit/static-html.js';
import type { Question } from '../../course/course.ts';
import { propertiesOf, type SimpleField } from '../field.ts';

/** Properties of a field's element, beside those that every field has. */
export type FieldLook = Readonly<Record<string, unknown>>;

const tags = new Map<string, StaticValue>();

/** A field as the element of its type draws it, with the id by which the course finds it on the page. */
export function renderField(
  field: SimpleField,
  question: Omit<Question, 'id'>,
  value: string,
  readOnly: boolean,
  look: FieldLook = {},
): TemplateResult {
  return html`<${tagOf(field.type)}
    data-field=${field.id}
    .field=${field.id}
    .question=${question}
    .value=${value}
    ?read-only=${readOnly}
    ${properties({ ...propertiesOf(field), ...look })}
  ></${tagOf(field.type)}>`;
}

/** Every type names its element so. */
function tagOf(type: string): StaticValue {
  const tag = tags.get(type) ?? unsafeStatic(`aspa-${type}-field`);
  tags.set(type, tag);
  return tag;
}

/** Stands where an element's attributes do. */
class Properties extends Directive {
  override render(_properties: FieldLook): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [values]: [FieldLook]): unknown {
    Object.assign(element, values);
    return noChange;
  }
}

const properties = directive(Properties);
