/** What part of the city's rows a file speaks for: an agency's, a period's, or all of them. */
import type { Client } from 'pg';
import { LINE, SHEET } from '../model/system-columns.js';
import type { Dataset, PeriodUnit } from './define-dataset.js';
import { shorten, type Finding } from './finding.js';
import { placeText, type SourcePlace } from './stage-checks.js';
import type { Stage } from './stage.js';
import { storedColumns, type ImportRow, type StoredColumn } from './stored-columns.js';

export interface ScopeChoice {
  /** Id of the agency that hands the file in. */
  readonly agency?: string | undefined;
  /** `2024`, `2024Q1`, `2024-03` or a day, as the dataset's period is. */
  readonly period?: string | undefined;
}

const PERIOD_FORMS: Readonly<Record<PeriodUnit, { form: RegExp; print: string; example: string }>> = {
  YEAR: { form: /^\d{4}$/, print: 'YYYY', example: '2024' },
  QUARTER: { form: /^\d{4}Q[1-4]$/, print: 'YYYY"Q"Q', example: '2024Q1' },
  MONTH: { form: /^\d{4}-(0[1-9]|1[0-2])$/, print: 'YYYY-MM', example: '2024-03' },
  DAY: { form: /^\d{4}-\d\d-\d\d$/, print: 'YYYY-MM-DD', example: '2024-03-31' },
};

interface Part {
  readonly name: 'agency' | 'period';
  readonly zh: string;
  readonly sql: (alias: string) => string;
  readonly chosen: string | undefined;
}

export class FileScope {
  readonly #parts: readonly Part[];

  constructor(
    dataset: Dataset,
    private readonly stage: Stage,
    private readonly jurisdiction: string,
    choice: ScopeChoice,
  ) {
    this.#parts = partsOf(dataset, stage, choice);
  }

  /** Options that the dataset knows nothing of, or in a form that is not that of its period. */
  static problem(dataset: Dataset, choice: ScopeChoice): { zh: string; en: string } | undefined {
    const { scope } = dataset;
    if (choice.agency !== undefined && scope?.agency === undefined)
      return {
        zh: `${dataset.id} 不按机构报送，不能用 --agency`,
        en: `${dataset.id} is not handed in by agency: --agency says nothing`,
      };
    if (choice.period === undefined) return undefined;
    if (!scope?.period)
      return {
        zh: `${dataset.id} 不按期间报送，不能用 --period`,
        en: `${dataset.id} is not handed in by period: --period says nothing`,
      };
    const { form, example } = PERIOD_FORMS[scope.period.unit];
    return form.test(choice.period)
      ? undefined
      : {
          zh: `--period ${choice.period} 应写作 ${example}`,
          en: `--period ${choice.period} must be written like ${example}`,
        };
  }

  /** Rows of another agency or period than the file is said to be of. */
  async foreignRows(client: Client, file: string, atMost: number): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const { name, zh, sql, chosen } of this.#parts) {
      if (chosen === undefined) continue;
      const { rows } = await client.query<SourcePlace & { value: string | null }>(
        `select s."${SHEET}" as sheet, s."${LINE}" as row, ${sql('s')} as value from ${this.stage.name} s
         where ${sql('s')} is distinct from $1 order by 1 nulls first, 2 limit $2`,
        [chosen, atMost],
      );
      for (const { value, ...place } of rows)
        findings.push({
          rule: name === 'agency' ? 'SCOPE-AGENCY' : 'SCOPE-PERIOD',
          severity: 'E',
          file,
          path: placeText(place),
          value: shorten(value ?? ''),
          zh:
            value === null ? `本行没有写明${zh}，而文件应属 ${chosen}` : `本行的${zh}是 ${value}，而文件应属 ${chosen}`,
          en:
            value === null
              ? `the row names no ${name}, and the file is of ${chosen}`
              : `the ${name} of the row is ${value}, and the file is of ${chosen}`,
          remedy: `去掉该行，或更正 --${name} / leave the row out, or correct --${name}`,
          ...place,
          acceptable: false,
        });
    }
    return findings;
  }

  /** Condition over rows `t` of the table that the file speaks for. */
  held(): { readonly sql: string; readonly values: readonly string[] } {
    const values: string[] = [this.jurisdiction];
    const conditions = [ofJurisdiction(this.stage, 't', '$1')];
    const open = this.#parts.filter(({ chosen }) => chosen === undefined);
    for (const { sql, chosen } of this.#parts)
      if (chosen !== undefined) conditions.push(`${sql('t')} = $${values.push(chosen)}`);
    if (open.length) {
      const staged = open.map(({ name, sql }) => `${sql('s')} as ${name}`).join(', ');
      const alike = open.map(({ name, sql }) => `d.${name} is not distinct from ${sql('t')}`).join(' and ');
      conditions.push(`exists (select from (select distinct ${staged} from ${this.stage.name} s) d where ${alike})`);
    }
    return { sql: conditions.join(' and '), values };
  }

  /** The same without the rows that the file has. */
  absent(): { readonly sql: string; readonly values: readonly string[] } {
    const { sql, values } = this.held();
    const same = this.stage.keys.map(({ name }) => `s."${name}" = t."${name}"`).join(' and ');
    return { sql: `${sql} and not exists (select from ${this.stage.name} s where ${same})`, values };
  }
}

/** Regions are of the nation; those that a city added say whose they are in their source. */
const ofJurisdiction = (stage: Stage, alias: string, value: string): string =>
  storedColumns(stage.entity).some(({ name }) => name === 'jurisdiction')
    ? `${alias}.jurisdiction = ${value}`
    : `starts_with(${alias}.source, ${value} || ' ')`;

function partsOf({ scope, id }: Dataset, stage: Stage, choice: ScopeChoice): Part[] {
  const parts: Part[] = [];
  const columnOf = (path: string): StoredColumn => {
    const found = storedColumns(stage.entity).find((column) => column.pick(rowWith(path, path)) === path);
    if (!found) throw new Error(`${id}: its scope names ${path}, which no column holds`);
    return found;
  };
  if (scope?.agency !== undefined) {
    const { name } = columnOf(scope.agency);
    parts.push({ name: 'agency', zh: '机构', sql: (alias) => `${alias}."${name}"`, chosen: choice.agency });
  }
  if (scope?.period) {
    const column = columnOf(scope.period.field);
    const { unit } = scope.period;
    parts.push({
      name: 'period',
      zh: '期间',
      sql: (alias) => periodSql(`${alias}."${column.name}"`, column.type, unit),
      chosen: choice.period,
    });
  }
  return parts;
}

/** A day, an instant of Beijing time, a quarter or a year → the period it falls in. */
function periodSql(column: string, type: string, unit: PeriodUnit): string {
  if (type === 'date') return `to_char(${column}, '${PERIOD_FORMS[unit].print}')`;
  if (type.startsWith('timestamptz'))
    return `to_char(${column} at time zone 'Asia/Shanghai', '${PERIOD_FORMS[unit].print}')`;
  return unit === 'YEAR' ? `substring(${column}::text from '[0-9]{4}')` : `${column}::text`;
}

/** A row that holds the value at the path. */
function rowWith(path: string, value: string): ImportRow {
  const [head = '', ...rest] = path.split('.');
  return { [head]: rest.length ? rowWith(rest.join('.'), value) : value };
}
