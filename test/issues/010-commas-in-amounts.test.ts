import { expect, it } from 'vitest';
import type { DatasetColumn } from '../../subgraph/import/define-dataset.js';
import { mapRow } from '../../subgraph/import/map-row.js';
import { tableHead, TableRow } from '../../subgraph/import/table-row.js';
import { Decimal } from '../../subgraph/model/types.js';

// Every comma was taken out of an amount: `1,5` became 15.
const column: DatasetColumn = { field: 'amount', head: '金额', type: Decimal };
const read = (cell: string) =>
  mapRow(new Map([[column, '金额']]), new TableRow(tableHead(['金额']), 2, [cell]), 'f.csv');

it.each(['1,5', '1,00', '12,34,567', ',100', '1,000.5,0', '1,0000', '0.123,456'])('%s is refused', (cell) => {
  expect(read(cell).findings).toMatchObject([{ rule: 'DECIMAL', value: cell }]);
});

it.each([
  ['1,234,567.89', '1234567.89'],
  ['-1,000', '-1000'],
  ['999', '999'],
  ['12,345', '12345'],
])('%s is %s: commas between thousands', (cell, value) => {
  expect(read(cell)).toMatchObject({ values: { amount: value }, findings: [] });
});
