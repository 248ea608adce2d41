import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { SERVICES } from '../../gateway/services.js';
import { templateCsv } from '../../subgraph/dataset/template-csv.js';
import { templateXlsx } from '../../subgraph/dataset/template-xlsx.js';
import type { Dataset } from '../../subgraph/import/define-dataset.js';
import { HubProblem } from '../problem.js';

interface Options {
  readonly format: string;
  readonly out: string;
  readonly all?: boolean;
}

interface Declared {
  readonly service: string;
  readonly dataset: Dataset;
}

const DECLARED: readonly Declared[] = SERVICES.flatMap(({ name, datasets }) =>
  datasets.map((dataset) => ({ service: name, dataset })),
);

export function register(program: Command): void {
  program
    .command('template')
    .description(
      '空白报送模板：带填报说明、代码表和下拉列表的 XLSX，以及 CSV；不带参数则列出数据集 / Blank forms to hand data in: XLSX with explanations, code lists and drop-downs, and CSV; without an argument lists the datasets',
    )
    .argument('[dataset]', '数据集标识 / id of a dataset')
    .option('--format <format>', 'xlsx, csv, both', 'both')
    .option('--out <folder>', '写到哪个文件夹 / folder to write to', '.')
    .option('--all', '全部数据集 / every dataset')
    .action(template);
}

async function template(id: string | undefined, { format, out, all }: Options): Promise<void> {
  const formats = formatsOf(format);
  if (id !== undefined && all)
    throw new HubProblem('数据集标识与 --all 只能取其一', 'give the id of a dataset or --all, not both');
  if (id === undefined && !all) {
    for (const { dataset } of DECLARED) console.log(`${dataset.id.padEnd(34)}${dataset.title}`);
    return;
  }
  mkdirSync(out, { recursive: true });
  for (const { service, dataset } of id === undefined ? DECLARED : [find(id)])
    for (const ending of formats) {
      const file = path.join(out, `${dataset.file}.${ending}`);
      keepFilled(file, ending === 'csv' ? Buffer.from(templateCsv(dataset)) : await templateXlsx(service, dataset));
      console.log(file);
    }
}

function formatsOf(format: string): readonly ('xlsx' | 'csv')[] {
  switch (format) {
    case 'both':
      return ['xlsx', 'csv'];
    case 'xlsx':
    case 'csv':
      return [format];
    default:
      throw new HubProblem(
        `--format 应为 xlsx、csv 或 both，而不是 ${format}`,
        `--format is xlsx, csv or both, not ${format}`,
      );
  }
}

function find(id: string): Declared {
  const found = DECLARED.find(({ dataset }) => dataset.id === id);
  if (found) return found;
  throw new HubProblem(
    `没有名为 ${id} 的数据集；hub template 列出全部数据集`,
    `there is no dataset ${id}; hub template lists them all`,
  );
}

/** A form that somebody may have filled in is never written over. */
function keepFilled(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes, { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    if (readFileSync(file).equals(bytes)) return;
    throw new HubProblem(
      `${file} 已存在，内容与空白模板不同，可能已经填写，未覆盖；请用 --out 写到别处`,
      `${file} is there and is no blank form, it may have been filled in: it was left as it is; write elsewhere with --out`,
    );
  }
}
