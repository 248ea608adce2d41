import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SERVICES } from '../gateway/services.js';
import { generateSample } from '../sample/generate.js';
import type { Config } from './config.js';
import { withClient } from './import-place.js';
import { adoptCity, loadFolder } from './load-folder.js';
import { closeAll, createServices } from './local-services.js';
import { ensureRegions } from './load-regions.js';
import type { GraphPlace } from './import/check-sample.js';
import type { Progress } from './progress.js';

/** The sample that `start` loads; `hub sample` makes others. */
const SEED = 1;
const SCALE = 1;

const sampleFolder = (dataDir: string): string => path.join(dataDir, 'sample');
/** Left by `hub sample remove`, so that the next start does not bring the sample back. */
const removalMark = (dataDir: string): string => path.join(dataDir, 'sample-removed');

export const markRemoved = (dataDir: string): void => writeFileSync(removalMark(dataDir), '');

/** Fills a new hub: generates the files, then loads them like any others; a hub that holds something is left alone. */
export interface Filling {
  /** Before the services are created: they read the city's name. */
  prepare(databaseUrl: string): Promise<void>;
  /** After the migrations, with the services connected. */
  load(place: GraphPlace): Promise<void>;
}

export function sampleFilling(config: Pick<Config, 'dataDir' | 'sample'>, { log, step }: Progress): Filling {
  let isWanted = false;
  const folder = sampleFolder(config.dataDir);
  return {
    async prepare(databaseUrl) {
      isWanted = config.sample && !existsSync(removalMark(config.dataDir)) && (await isEmpty(databaseUrl));
      if (!isWanted) return;
      if (!existsSync(folder))
        await step('生成示例城市的文件 / generating the files of the sample city', () => generate(folder));
      adoptCity(folder, config.dataDir);
    },
    async load(graph) {
      await withClient(graph.databaseUrl, async (client) => {
        await step('载入全国行政区划 / loading the national region codes', () => ensureRegions(client));
        if (!isWanted) return;
        log(
          '首次启动：导入示例城市（生成的数据，并非真实） / first start: importing the sample city (generated, not real)',
        );
        await step('导入示例城市 / importing the sample city', () => loadFolder(client, folder, log, { graph }));
      });
    },
  };
}

/** Loads the sample into the hub on purpose, also after it was removed. */
export async function loadSample(config: Config, databaseUrl: string, { log, step }: Progress): Promise<void> {
  const folder = sampleFolder(config.dataDir);
  if (!existsSync(folder))
    await step('生成示例城市的文件 / generating the files of the sample city', () => generate(folder));
  adoptCity(folder, config.dataDir);
  rmSync(removalMark(config.dataDir), { force: true });
  await withClient(databaseUrl, async (client) => {
    await step('载入全国行政区划 / loading the national region codes', () => ensureRegions(client));
    const services = await createServices(SERVICES, config, databaseUrl);
    await loadFolder(client, folder, log, { graph: { databaseUrl, services } }).finally(() => closeAll(services));
  });
}

/** A killed process leaves a folder under another name, never half a sample under this one. */
async function generate(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  await generateSample({ seed: SEED, scale: SCALE, out: unfinished });
  renameSync(unfinished, folder);
}

/** No city and no process: nothing was loaded yet, or a first load was interrupted before its last step. */
async function isEmpty(databaseUrl: string): Promise<boolean> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ ready: boolean }>(
      `select to_regclass('registry.city') is not null and to_regclass('procurement.contracting_process') is not null as ready`,
    );
    if (!rows[0]?.ready) return true;
    const { rowCount } = await client.query(
      `select 1 from registry.city union all
       select 1 from procurement.contracting_process where jurisdiction not in (select jurisdiction from registry.agency) limit 1`,
    );
    return !rowCount;
  });
}
