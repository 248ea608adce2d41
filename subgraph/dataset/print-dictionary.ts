/** `docs/datasets.md`: the data dictionary as Markdown, printed from the declarations. */
import type { Dataset } from '../import/define-dataset.js';
import { bilingual } from './bilingual.js';
import { codeWords } from './code-words.js';
import { cellKind } from './column-type.js';
import { columnRows, datasetRow } from './dictionary-rows.js';
import { FREQUENCIES, PERIOD_UNITS } from './terms.js';

interface Service {
  readonly name: string;
  /** `中文 / English`. */
  readonly title: string;
  readonly datasets: readonly Dataset[];
}

export function printDictionary(services: readonly Service[]): string {
  const overview = services.flatMap(({ name, datasets }) =>
    datasets.map((dataset) => {
      const { id, title, title_en, owner, owner_en, frequency, file } = datasetRow(name, dataset);
      return [
        `[\`${id}\`](#${anchor(id, title)})<br>${title}<br>${title_en}`,
        `${owner}<br>${owner_en}`,
        twoLines(FREQUENCIES[frequency]),
        `\`${file}\``,
        String(dataset.columns.length),
      ];
    }),
  );
  const parts = services.flatMap(({ name, title, datasets }) => [
    `## ${title.replace(' / ', ' · ')}`,
    ...datasets.map((dataset) => section(name, dataset)),
  ]);
  const heads = ['数据集 / Dataset', '报送单位 / Handed in by', '频率 / Frequency', '文件名 / File', '列 / Columns'];
  return `${[INTRODUCTION, table(heads, overview), ...parts].join('\n\n')}\n`;
}

function section(service: string, dataset: Dataset): string {
  const row = datasetRow(service, dataset);
  const columns = columnRows(dataset);
  const headOf = (field: string | null): string =>
    columns.find((column) => column.field === field)?.head ?? `\`${field}\``;
  const period = row.period_unit && PERIOD_UNITS[row.period_unit];
  const scope = [
    row.scope_agency && `机构（${headOf(row.scope_agency)}） / agency`,
    period && `${bilingual(period).zh}（${headOf(row.scope_period)}） / ${bilingual(period).en.toLowerCase()}`,
  ].filter((each) => each !== null && each !== '');
  const facts = [
    `**${row.title_en}**`,
    `报送单位 / Handed in by: ${row.owner} / ${row.owner_en}`,
    `频率 / Frequency: ${FREQUENCIES[row.frequency]}`,
    `依据 / Basis: ${row.legal_basis}`,
    `主键 / Key: ${row.key_columns.map(headOf).join(' + ')}`,
    `一个文件的范围 / What a file speaks for: ${scope.join('；') || '本市全部 / the whole city'}`,
    ...(row.official_date === null ? [] : [`正式公开日期 / Officially published on: ${headOf(row.official_date)}`]),
    `空白模板 / Blank form: \`npx hub template ${row.id}\``,
  ];
  const heads = ['列名 / Column', '类型 / Type', '说明 / Explanation', '示例 / Example'];
  const lines = columns.map((column, index) => {
    const declared = dataset.columns[index];
    return [
      [`**${column.head}**${column.required ? ' ＊' : ''}`, ...also(column.aliases)].join('<br>'),
      declared ? typeOf(declared, column.unit, column.code_list, column.code_list_edition) : '',
      [
        column.doc,
        column.doc_en,
        column.personal ? '🔒' : '',
        column.field === null ? '不入库 / not stored' : '',
        ...(declared ? words(declared) : []),
      ]
        .filter(Boolean)
        .join('<br>'),
      column.example ?? '',
    ];
  });
  return `### ${row.id} ${row.title}\n\n${facts.map((fact) => `- ${fact}`).join('\n')}\n\n${table(heads, lines)}`;
}

const also = (aliases: readonly string[]): string[] => (aliases.length ? [`<sub>${aliases.join('、')}</sub>`] : []);

function typeOf(
  column: Dataset['columns'][number],
  unit: string | null,
  list: string | null,
  edition: string | null,
): string {
  const lines = [twoLines(cellKind(column).doc), unit && `单位 / unit: ${unit}`];
  if (list !== null) lines.push(`\`${list}\`${edition === null ? '' : ` ${edition}`}`);
  return lines.filter(Boolean).join('<br>');
}

const words = (column: Dataset['columns'][number]): string[] =>
  codeWords(column).map(({ word, code, also: others }) =>
    [`${word} → \`${code}\``, ...(others.length ? [`<sub>${others.join('、')}</sub>`] : [])].join(' '),
  );

const twoLines = (text: string): string => text.replace(' / ', '<br>');

/** As GitHub makes it of the heading `id title`. */
const anchor = (id: string, title: string): string =>
  `${id} ${title}`
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`).replaceAll('\n', '<br>')).join(' | ')} |`;
  return [line(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(line)].join('\n');
}

const INTRODUCTION = `# 数据集 · Datasets

由各 \`*.dataset.ts\` 打印（\`npx hub print-datasets\`），不手工修改。\\
Printed from the declarations; not edited by hand.

部门报送的每一种表在实体旁声明一次，导入、空白模板、这份字典和图谱中的 \`datasets\` 都由此得出。\\
What departments hand in is declared once beside its entity; the importer, the blank forms, this dictionary and \`datasets\` of the graph come from it.

\`\`\`sh
npx hub template                                  # 列出数据集 / lists the datasets
npx hub template registry.agencies --out forms    # XLSX 和 CSV 空白模板 / blank forms
npx hub template --all --out forms                # 全部 / all of them
\`\`\`

怎样读下面的表 / How to read the tables:

- **＊** 必填，列也必须有；其余列可以没有。小字是同样可读入的列名；全角半角括号和空格不区分。\\
  Required; other columns may be missing. Small print: heads that are read as the same; brackets and blanks of either width are alike.
- 空白表示未知或不适用，绝不当作 0。\\
  A blank means unknown or not applicable, never 0.
- **金额**按列名所印的单位（元、万元、亿元）填写，入库时精确换算为元，不经浮点数。所印单位不逐行另存：它是该数据集这一列的属性，行 → 批次 → 数据集 → 列即可查到，列名改单位就是另一列名，旧批次的原文件照样说明自己的单位。逐行再存一份只会有机会与列名不一致。\\
  Amounts are in the unit that the head prints and are converted to yuan exactly. The printed unit is kept once, as a property of the dataset’s column (row → batch → dataset → column), not in a column beside every amount: a second copy could only come to disagree with the head, and a column in another unit has another head.
- **代码**写中文名称，箭头后是图谱中的代码；小字是部门也这样印的词。列表之外的词拒绝。\\
  Codes are written as their Chinese names; the graph’s code stands after the arrow. Other words are refused.
- **🔒** 可能指明自然人：任何发现、报告和日志都不重复该值。自然人只写姓氏加星号，代码留空，不填证件号码。\\
  May name or number a natural person: no finding, report or log repeats the value.
- **范围**：\`replace\` 方式导入时，一个文件只代表它的机构和时段，撤回不会越出。\\
  What a file speaks for: an import with \`replace\` withdraws nothing beyond it.`;
