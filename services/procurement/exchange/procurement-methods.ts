/** How a purchase was made, as the form prints it: a code of its own list, or the words of the law. */
import type { JsonObject } from '../../../subgraph/import/exact-json.js';

/** Words of 政府采购法 art. 26 and the measures under it → OCDS method. */
const METHODS: Readonly<Record<string, string>> = {
  公开招标: 'open',
  邀请招标: 'selective',
  竞争性谈判: 'limited',
  竞争性磋商: 'limited',
  询价: 'limited',
  单一来源: 'direct',
  单一来源采购: 'direct',
  框架协议采购: 'open',
};

/** 1 and 2 are the same in every edition of the list; the others differ by province. */
const CODES: Readonly<Record<string, string>> = { '1': '公开招标', '2': '邀请招标' };

/** A code that is not known stays as printed: better no method than a wrong one. */
export function methodOf(printed: string | null): JsonObject {
  if (printed === null) return {};
  const words = CODES[printed] ?? printed;
  const method = METHODS[words];
  return {
    procurementMethodDetails: method === undefined && /^\d+$/.test(words) ? `采购方式代码 ${words}` : words,
    ...(method !== undefined && { procurementMethod: method }),
  };
}
