/** Loads editions of the national code list beside those already there and works out the spans anew. */
import type { Client } from 'pg';
import type { Publication } from '../../../subgraph/ledger/publication.js';
import { publishTables, type TableReport } from '../../../subgraph/import/publish.js';
import { RegionRevision } from './region-revision.entity.js';
import { editionFromSpans, spansOf, type RegionListEdition, type RegionSpan } from './region-spans.js';
import { Region } from './region.entity.js';

/** Marks the rows that come from national lists, as against a city's own file. */
const SOURCE = 'GB/T 2260';

export async function publishRegionEditions(
  publication: Publication,
  editions: readonly RegionListEdition[],
): Promise<TableReport[]> {
  const loaded = await loadedEditions(publication.client);
  const all = [...loaded.filter(({ edition }) => !editions.some((each) => each.edition === edition)), ...editions];
  const spans = spansOf(all);
  const names = fullNames(spans);
  return publishTables(publication, 'registry', [
    {
      entity: Region,
      rows: spans.map((span) => ({
        ...span,
        id: `${span.code}@${span.edition}`,
        kind: 'ADMIN',
        fullName: names.get(span) ?? span.name,
        source: SOURCE,
      })),
      wholeBy: { column: 'source', values: [SOURCE] },
    },
    {
      entity: RegionRevision,
      rows: all.map(({ edition, source, deepest, entries }) => ({ edition, source, deepest, entries: entries.size })),
    },
  ]);
}

async function loadedEditions(client: Client): Promise<RegionListEdition[]> {
  const { rows: editions } = await client.query<{ edition: string; source: string; deepest: number }>(
    'select edition, source, deepest from registry.region_revision',
  );
  if (!editions.length) return [];
  const { rows: spans } = await client.query<RegionSpan>(
    `select code, edition, edition_to "editionTo", open_to_past "openToPast", name, level, parent_code "parentCode" from registry.region where source = $1`,
    [SOURCE],
  );
  return editions.map((edition) => editionFromSpans(edition, spans));
}

/** 安徽省马鞍山市花山区: the names above as of the entry's last edition known. */
function fullNames(spans: readonly RegionSpan[]): Map<RegionSpan, string> {
  const byCode = new Map<string, RegionSpan[]>();
  for (const span of spans) byCode.set(span.code, [...(byCode.get(span.code) ?? []), span]);
  const nameOf = (span: RegionSpan): string => {
    const above = span.parentCode === null ? undefined : inForce(byCode.get(span.parentCode) ?? [], span.edition);
    return `${above ? nameOf(above) : ''}${span.name}`;
  };
  return new Map(spans.map((span) => [span, nameOf(span)]));
}

const inForce = (spans: readonly RegionSpan[], edition: string): RegionSpan | undefined =>
  spans.find(
    (span) => (span.edition <= edition || span.openToPast) && (span.editionTo === null || span.editionTo > edition),
  );
