import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { City } from '../subgraph/city.js';
import { HubProblem } from './problem.js';

/** The city of a data directory, from its `city.yaml`; undefined for a hub that is not any city's yet. */
export function readCity(dataDir: string): City | undefined {
  const file = path.join(dataDir, 'city.yaml');
  const text = readText(file);
  if (text === undefined) return undefined;
  const problem = (zh: string, en: string): HubProblem => new HubProblem(`${file}：${zh}`, `${file}: ${en}`);
  let value: unknown;
  try {
    value = parse(text, { schema: 'core' });
  } catch (cause) {
    throw problem(`不是有效的 YAML：${String(cause)}`, `not valid YAML: ${String(cause)}`);
  }
  const city = (value ?? {}) as Record<string, unknown>;
  for (const field of ['name', 'nameEn', 'regionCode', 'jurisdiction', 'currency'] as const) {
    if (typeof city[field] === 'string' && city[field] !== '') continue;
    throw problem(`缺少 ${field}（文本，数字须加引号）`, `${field} is missing (text; a number needs quotes)`);
  }
  if (!['PREFECTURE', 'COUNTY', 'PROVINCE'].includes(String(city['level']))) {
    throw problem('level 应为 PREFECTURE、COUNTY 或 PROVINCE', 'level must be PREFECTURE, COUNTY or PROVINCE');
  }
  const thresholds = Object.values((city['thresholds'] ?? {}) as Record<string, Record<string, unknown>>);
  if (
    !thresholds.every((year) => Object.values(year).every((amount) => typeof amount === 'string' || amount === null))
  ) {
    throw problem('thresholds 的金额须加引号', 'the amounts of thresholds need quotes');
  }
  return { ...city, sample: city['sample'] === true, thresholds: city['thresholds'] ?? {} } as City;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
