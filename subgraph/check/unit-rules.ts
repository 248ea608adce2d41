/** R16, first half: an amount without its currency or unit cannot be read. */
import { modelOf, fieldOf, type Class, type ColumnField } from '../model/entity-model.js';
import { defineRule, type Rule } from './define-rule.js';
import { judged } from './judged.js';

/** The amounts of an entity are those declared with `money`; `unit` is a further column that must be there with them. */
export function unitRule(entity: Class, options: { agency?: string; unit?: string } = {}): Rule {
  const model = modelOf(entity);
  const pairs = [...model.fields.values()].flatMap((field) =>
    field.kind === 'column' && field.options.money ? [[field, fieldOf(model, field.options.money)] as const] : [],
  ) as (readonly [ColumnField, ColumnField])[];
  const key = [...model.fields.values()].find((field) => field.kind === 'column' && field.key) as ColumnField;
  const given = pairs.map(([amount]) => `s.${amount.column} is not null`).join(' or ');
  const missing = pairs.map(
    ([amount, currency]) =>
      `when s.${amount.column} is not null and s.${currency.column} is null then '${currency.name}'`,
  );
  if (options.unit !== undefined) missing.push(`when (${given}) and s.${options.unit} is null then '${options.unit}'`);
  const lacking = `case ${missing.join(' ')} end`;
  return defineRule({
    id: 'R16',
    severity: 'E',
    zh: '金额须注明币种和单位',
    en: 'An amount comes with its currency and unit',
    remedy: '在文件中注明币种或金额单位后重新导入 / state the currency or the unit in the file and import again',
    source: 'model §1, money',
    entity,
    reads: [entity],
    alone: true,
    sql: (t) =>
      judged({
        from: `${t(entity)} s`,
        key: `s.${key.column}`,
        ...(options.agency !== undefined && { agency: `s.${options.agency}` }),
        applies: given,
        holds: `(${lacking}) is null`,
        left: pairs.map(([amount]) => `s.${amount.column}`).reduce((all, each) => `coalesce(${all}, ${each})`),
        field: pairs[0]?.[0].name ?? '',
        zh: `有金额而缺少 {${lacking}}`,
        en: `There is an amount, but {${lacking}} is missing`,
        operands: pairs.map(([amount]) => ({
          entity: model.name,
          key: `s.${key.column}`,
          field: amount.name,
          value: `s.${amount.column}`,
        })),
      }),
  });
}
