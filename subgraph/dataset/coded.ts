/** The words of an enumeration, as its declaration names them: a dataset repeats none of them. */
import { getMetadataStorage } from 'type-graphql';
import type { DatasetColumn } from '../import/define-dataset.js';
import type { ValueKind } from '../model/types.js';
import { bilingual } from './bilingual.js';

/** Where the name of a value ends and its explanation begins: `供应商（投标人）`, `质疑：向采购人提出`. */
const NAME = /^[^（：，]+/;

/** A column of an enumeration's values: printed as the enumeration names them in Chinese, or in other words of departments. */
export function coded(
  kind: ValueKind,
  alsoPrinted: Readonly<Record<string, string>> = {},
): Pick<DatasetColumn, 'type' | 'codes' | 'codeList'> {
  const wrong = Object.values(alsoPrinted).filter((code) => !kind.values?.includes(code));
  if (wrong.length) throw new Error(`${kind.name} has no value ${wrong.join(', ')}`);
  const named = Object.entries(valueDocs(kind)).map(
    ([code, doc]) => [NAME.exec(bilingual(doc).zh)?.[0] ?? code, code] as const,
  );
  return { type: kind, codes: { ...Object.fromEntries(named), ...alsoPrinted }, codeList: { name: kind.name } };
}

/** Value → `中文 / English` of an enumeration. */
export function valueDocs(kind: ValueKind): Readonly<Record<string, string>> {
  const declared = getMetadataStorage().enums.find(({ enumObj }) => enumObj === kind.graphql);
  if (!declared) throw new Error(`${kind.name} is not an enumeration`);
  const values = declared.valuesConfig as Readonly<Record<string, { description?: string }>>;
  return Object.fromEntries((kind.values ?? []).map((value) => [value, values[value]?.description ?? value]));
}
