import type { LicenceRule } from '../../course/licence-rule.ts';
import type { Text } from '../../text/text.ts';

/** The classes that a rule asks for: "luokat A1 ja A2". */
export function ruleWords(rule: LicenceRule, text: Pick<Text, 'rules'>): string {
  const { rules } = text;
  const { atLeast, of } = typeof rule === 'string' ? { atLeast: 1, of: [rule] } : rule;
  const ids = of.filter((one) => typeof one === 'string');
  const isAll = atLeast === of.length;
  if (!isAll && atLeast > 1) return rules.some(atLeast, ids);
  const first = ids.length === 0 ? [] : [isAll ? rules.all(ids) : rules.one(ids)];
  const others = of.filter((one) => typeof one !== 'string').map((one) => ruleWords(one, text));
  return [...first, ...others].join(isAll ? rules.also : rules.or);
}
