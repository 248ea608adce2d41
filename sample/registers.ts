import { spoilPersons, spoilSuccessions } from './anomalies/in-registers.js';
import { ASSET_SALE_COLUMNS, drawAssetSales } from './procurement/asset-sales.js';
import { CATALOGUE } from './procurement/catalogue.js';
import { AGENT_COLUMNS, CATALOGUE_COLUMNS, CENTRAL_COLUMNS, CENTRAL_ENTRIES } from './procurement/central-catalogue.js';
import { misconductColumns } from './procurement/misconduct.js';
import { PROJECT_COLUMNS } from './projects/project-files.js';
import type { Project } from './projects/project.js';
import { randomStream } from './random.js';
import { isThere } from './registry/agencies.js';
import { REGIONS } from './registry/regions.js';
import { AGENCY_COLUMNS, LEGAL_PERSON_COLUMNS, REGION_COLUMNS, SUCCESSION_COLUMNS } from './registry/registry-files.js';
import type { World } from './world.js';
import { writeCsv } from './write/csv.js';
import { writeXlsx } from './write/xlsx.js';

const ASSET_SALES = 40;

/** The registers as of the hand-over, written at once when the three years are told; rows by file. */
export async function writeRegisters(
  world: World,
  projects: readonly Project[],
  { out, seed, scale }: { readonly out: string; readonly seed: number; readonly scale: number },
): Promise<Record<string, number>> {
  const { agencies, persons, agents, platforms, misconducts, market } = world;
  const sales = drawAssetSales(
    randomStream(seed, 'asset-sales'),
    Math.round(ASSET_SALES * scale),
    (day) => agencies.all.filter((agency) => agency.kind !== '群团组织' && isThere(agency, day)),
    platforms,
    market.sellersOf('trade'),
  );
  const years = ['2021', '2022', '2023', '2024'];
  const sheets = years.map((year) => {
    const rows = misconducts.filter(({ decidedOn }) => decidedOn.startsWith(year));
    return {
      name: `${year}年`,
      columns: misconductColumns(year),
      rows: rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    };
  });
  return {
    'agencies.xlsx': await writeXlsx(out, 'agencies.xlsx', [
      { name: '机构名录', columns: AGENCY_COLUMNS, rows: agencies.all },
    ]),
    'agency-successions.csv': writeCsv(
      out,
      'agency-successions.csv',
      SUCCESSION_COLUMNS,
      spoilSuccessions(agencies.successions, world.plan),
    ),
    'regions.csv': writeCsv(out, 'regions.csv', REGION_COLUMNS, REGIONS),
    'legal-persons.csv': writeCsv(out, 'legal-persons.csv', LEGAL_PERSON_COLUMNS, spoilPersons(persons, world.plan)),
    'projects.xlsx': await writeXlsx(out, 'projects.xlsx', [
      { name: '政府投资项目库', columns: PROJECT_COLUMNS, rows: projects },
    ]),
    'misconduct-records.xlsx': await writeXlsx(out, 'misconduct-records.xlsx', sheets),
    'catalogue-items.csv': writeCsv(out, 'catalogue-items.csv', CATALOGUE_COLUMNS, CATALOGUE),
    'central-catalogue.csv': writeCsv(out, 'central-catalogue.csv', CENTRAL_COLUMNS, CENTRAL_ENTRIES),
    'procurement-agents.csv': writeCsv(out, 'procurement-agents.csv', AGENT_COLUMNS, agents),
    'asset-sales.csv': writeCsv(out, 'asset-sales.csv', ASSET_SALE_COLUMNS, sales),
  };
}
