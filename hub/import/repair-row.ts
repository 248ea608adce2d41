/** A row that was put aside, with some of its cells corrected: mapped, checked and published like any other. */
import type { Client } from 'pg';
import type { City } from '../../subgraph/city.js';
import type { DatasetReport } from '../../subgraph/import/dataset-report.js';
import { importRows } from '../../subgraph/import/import-rows.js';
import { closeQuarantined, findQuarantined, type QuarantinedRow } from '../../subgraph/import/quarantine.js';
import { TableRow, tableHead } from '../../subgraph/import/table-row.js';
import { HubProblem } from '../problem.js';
import { datasetNamed, importSetting } from './dataset-files.js';
import { importOptions } from './import-options.js';

export interface Repair {
  /** `列名=值`, a blank value clears the cell. */
  readonly set: readonly string[];
  readonly by: string;
}

export async function repairRow(client: Client, city: City, id: string, { set, by }: Repair): Promise<DatasetReport> {
  const row = await openRow(client, id);
  const { service, dataset } = datasetNamed(row.dataset);
  const cells = { ...row.cells };
  const known = new Set([...Object.keys(cells), ...dataset.columns.map(({ head }) => head)]);
  for (const assignment of set) {
    const [, head = '', value = ''] = /^([^=]+)=(.*)$/s.exec(assignment) ?? [];
    if (!known.has(head))
      throw new HubProblem(
        `--set ${assignment}：应写作 列名=值，列名为 ${[...known].join('、')}`,
        `--set ${assignment}: write HEAD=VALUE, the heads are ${[...known].join(', ')}`,
      );
    cells[head] = value.trim() || null;
  }
  const names = Object.keys(cells);
  const head = tableHead(names, { sheet: row.sheet ?? undefined });
  const repaired = new TableRow(
    head,
    row.row ?? 0,
    names.map((name) => cells[name] ?? null),
  );
  const note = `搁置行 ${id} 的修复 / repair of ${id}（${row.file}${row.row === null ? '' : `:${row.row}`}）`;
  const { absent: _absent, ...report } = await importRows(client, {
    namespace: service.name,
    dataset,
    file: row.file,
    files: [],
    async *rows() {
      yield [repaired];
    },
    setting: importSetting(city, { ...importOptions({ by }), note }, () => undefined),
    repair: {
      async close() {
        if (!(await closeQuarantined(client, id, { state: 'REPAIRED', by, reason: set.length ? note : null })))
          throw closed(id);
      },
    },
  });
  return report;
}

export async function openRow(client: Client, id: string): Promise<QuarantinedRow> {
  const [row] = await findQuarantined(client, { id });
  if (!row)
    throw new HubProblem(`没有搁置行 ${id}，见 hub quarantine list`, `there is no row ${id}; see hub quarantine list`);
  if (row.state !== 'OPEN') throw closed(id);
  return row;
}

export const closed = (id: string): HubProblem => new HubProblem(`${id} 已经处理过了`, `${id} is no longer open`);
