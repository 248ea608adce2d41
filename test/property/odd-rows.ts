import type pg from 'pg';
import { buildUscc } from '../../schema/vocabulary/uscc.js';
import type { ServiceDefinition } from '../../subgraph/define-service.js';
import { modelOf, type ColumnField, type EntityModel } from '../../subgraph/model/entity-model.js';
import type { ValueKind } from '../../subgraph/model/types.js';
import { inDatabase } from '../kit/test-database.js';

const ROWS_PER_TABLE = 40;
/** Beyond the beginning that indexes of long text hold. */
const LONG = '同'.repeat(120);

/** Values at which something may go wrong: edges of years, weeks and days, equal numbers, texts that sort oddly. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  // Each number in one spelling: which of 0 and 0.00 is the least is anyone's choice.
  Decimal: ['0.00', '-12.50', '1.005', '99999999999.99', '9123456789012345.60'],
  Int: ['0', '-1', '1', '7', '2147483647'],
  Boolean: ['true', 'false'],
  CurrencyCode: ['CNY', 'USD', 'JPY'],
  LocalDate: ['2023-12-31', '2024-01-01', '2024-02-29', '2024-03-31', '2024-04-01', '1987-06-01'],
  DateTime: [
    '2023-12-31T15:59:59.999Z',
    '2023-12-31T16:00:00.000Z',
    '2024-03-31T16:00:00.000Z',
    '2024-06-30T20:00:00.001Z',
    '1988-06-30T15:30:00.000Z',
  ],
  Quarter: ['2023Q4', '2024Q1'],
  RegionEdition: ['198001', '199505', '202501'],
  ID: ['', 'a', 'B', 'x,y'],
  String: [
    '',
    ' ',
    'a',
    'B',
    '%_\\',
    '"引号",（括号）',
    'ＡＢＣ　１',
    '臺灣電腦',
    '𠮷野',
    '｡',
    `${LONG}甲`,
    `${LONG}乙`,
  ],
};
const JURISDICTIONS = ['PH-DPWH', 'ocds-b5fd17'];

/**
 * Rows beside those of the sample city, the same in every run: blanks everywhere, ties, other jurisdictions and
 * currencies, references that lead nowhere, regions that were renamed. The regions are thinned out, or counting them
 * would be most of the work.
 */
export async function addOddRows(url: string, services: readonly ServiceDefinition[], city: string): Promise<void> {
  await inDatabase(url, async (client) => {
    await client.query(THIN_REGIONS);
    for (const { name, entities } of services)
      for (const model of entities.map(modelOf))
        if (!model.lookup && !model.ledger) await addTo(client, name, model, city);
    await client.query('analyze');
  });
}

const REFERRED = `select region_code from registry.agency union select region_code from registry.legal_entity`;

/** A third of the regions had another name before, a third was not there for some years. */
const THIN_REGIONS = `
delete from registry.region where code not like '3401%' and not (code like '34%' and length(code) = 6)
  and code not in (select region_code from (${REFERRED}) r where region_code is not null);
with chosen as (select *, row_number() over (order by code) % 3 n from registry.region
    where code in (${REFERRED}) and code in (select code from registry.region group by code having count(*) = 1)),
  closed as (update registry.region r set open_to_past = false from chosen c where c.id = r.id and c.n > 0)
insert into registry.region (id, code, edition, edition_to, open_to_past, name, level, kind)
  select code || '@198401', code, '198401', case n when 1 then edition else '200001' end, n = 1, name || '（旧）', level, kind
  from chosen where n > 0;`;

async function addTo(client: pg.Client, namespace: string, model: EntityModel, city: string): Promise<void> {
  const table = `${namespace}.${model.table}`;
  const columns = columnsOf(model);
  const list = columns.map(({ name }) => `"${name}"::text`).join(', ');
  const { rows: base } = await client.query<Record<string, string | null>>(
    `select ${list} from ${table} order by md5("${columns.find(({ key }) => key)?.name}"::text) limit ${ROWS_PER_TABLE}`,
  );
  const targets = new Map<string, readonly string[]>();
  for (const { name, references } of columns)
    if (references) targets.set(name, await keysOf(client, namespace, references));
  for (let n = 0; n < ROWS_PER_TABLE; n++) {
    const like = base[n % Math.max(base.length, 1)];
    const other = base[(n + 7) % Math.max(base.length, 1)];
    const values = columns.map(({ name, key, type, required }) => {
      const dice = hash(`${table} ${n} ${name}`);
      if (key) return newKey(type, `${model.table}~${n}`, n);
      if (type?.column === 'jsonb') return '{}';
      if (name === 'jurisdiction') return dice % 3 ? city : pick(JURISDICTIONS, dice);
      if (!required && dice % 4 === 0) return null;
      const target = targets.get(name);
      if (target) return dice % 2 && like ? like[name] : pick(target, dice);
      const pool = dice % 4 === 1 && !type?.list ? (type?.values ?? VALUES[type?.name ?? '']) : undefined;
      return pool
        ? pick(pool, dice)
        : ((dice % 4 === 2 ? other : like)?.[name] ?? (required ? pick(poolOf(type), dice) : null));
    });
    const places = columns.map(({ type }, index) => `$${index + 1}::text::${type?.column ?? 'text'}`);
    await client.query(
      `insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')}) values (${places.join(', ')})`,
      values,
    );
  }
}

interface StoredColumn {
  readonly name: string;
  readonly key: boolean;
  readonly required: boolean;
  /** Undefined for a reference, which is text. */
  readonly type?: ValueKind;
  readonly references?: EntityModel;
}

function columnsOf(model: EntityModel, prefix = ''): StoredColumn[] {
  return [...model.fields.values()].flatMap((field): StoredColumn[] => {
    const required = field.options.required === true;
    switch (field.kind) {
      case 'column':
        return field.options.sql ? [] : [{ name: prefix + field.column, key: field.key, required, type: field.type }];
      case 'embed':
        return columnsOf(modelOf(field.target()), prefix + field.prefix);
      case 'toOne': {
        const references = modelOf(field.target());
        // Columns that hold the keys of a stub are fields of their own.
        if (field.from || references.role === 'stub' || references.lookup) return [];
        return [...field.columns().values()].map((name) => ({ name, key: false, required, references }));
      }
      case 'toMany':
        return [];
    }
  });
}

async function keysOf(client: pg.Client, namespace: string, { table, fields, name }: EntityModel): Promise<string[]> {
  const key = [...fields.values()].find((field): field is ColumnField => field.kind === 'column' && field.key);
  if (!key) throw new Error(`${name} has no key`);
  const { rows } = await client.query<{ key: string }>(
    `select "${key.column}" key from ${namespace}.${table} order by md5("${key.column}") limit ${ROWS_PER_TABLE}`,
  );
  return rows.map((row) => row.key);
}

function newKey(type: ValueKind | undefined, id: string, n: number): string {
  const two = String(n).padStart(2, '0');
  if (type?.name === 'Uscc')
    return buildUscc({ department: '9', category: '1', region: '349900', organisation8: `MA0DD0${two}` });
  if (type?.name === 'RegionEdition') return `${1980 + n}01`;
  return id;
}

function poolOf(type: ValueKind | undefined): readonly string[] {
  const pool = type?.values ?? VALUES[type?.name ?? ''];
  if (!pool) throw new Error(`no values for a column of ${type?.name ?? 'keys'}`);
  return pool;
}

const pick = (values: readonly string[], dice: number): string | null => values[(dice >>> 4) % values.length] ?? null;

/** FNV-1a: the same rows in every run. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return (value ^ (value >>> 15)) >>> 0;
}
