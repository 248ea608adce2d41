/** `signedOn desc nulls first, amount`: the order of an export in words. */
import { sortable } from '../model/capabilities.js';
import type { EntityModel } from '../model/entity-model.js';
import { orderTerms, type OrderTerm } from '../read/order.js';
import { badExport } from './export-question.js';

const TERM = /^(\w+)(?:\s+(asc|desc))?(?:\s+nulls\s+(first|last))?$/i;

/** The same total order as a query with these fields gives; without a text the entity's own. */
export function readOrder(model: EntityModel, text: string | undefined): OrderTerm[] {
  const names = sortable(model).map(({ name }) => name);
  const input = text?.split(',').map((each) => {
    const [, field, direction, nulls] = TERM.exec(each.trim()) ?? [];
    if (field === undefined)
      throw badExport(
        `排序“${each.trim()}”应写作：字段 asc|desc nulls first|last`,
        `the order "${each.trim()}" is written: field asc|desc nulls first|last`,
      );
    if (!names.includes(field))
      throw badExport(`${model.name} 不能按 ${field} 排序`, `${model.name} is not ordered by ${field}`, names);
    return {
      field,
      direction: direction?.toLowerCase() === 'desc' ? ('DESC' as const) : ('ASC' as const),
      nulls: nulls?.toLowerCase() === 'first' ? ('FIRST' as const) : ('LAST' as const),
    };
  });
  return orderTerms(model, input);
}
