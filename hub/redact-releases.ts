import type { Client } from 'pg';
import { Release } from '../services/procurement/release/release.entity.js';
import { eraseContent } from '../subgraph/ledger/erase.js';
import { REDACTED } from '../subgraph/ledger/redacted-columns.js';

/**
 * Rows of a contracting process are compiled from its stored releases: the texts that go are erased there too, or the
 * next release would bring them back. Only whole strings are, so that nothing else of the release changes.
 */
export async function redactReleases(
  client: Client,
  redaction: string,
  ocids: readonly string[],
  texts: readonly string[],
): Promise<void> {
  const { rows } = await client.query<{ id: string; body: string }>(
    'select id, body::text as body from procurement.release where ocid = any($1::text[])',
    [ocids],
  );
  // A whole string, not the name of a member, nor quoted within another string.
  const gone = texts.map((text) => new RegExp(`(?<!\\\\)${literally(JSON.stringify(text))}(?!:)`, 'gu'));
  for (const { id, body } of rows) {
    const erased = gone.reduce((text, value) => text.replace(value, JSON.stringify(REDACTED)), body);
    if (erased === body) continue;
    await eraseContent(
      client,
      { redaction, service: 'procurement', entity: Release, where: 't.id = $1', value: id },
      new Map([['body', `'${erased.replaceAll("'", "''")}'::jsonb`]]),
    );
  }
}

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Where the releases and their past versions lie. */
export const RELEASE_TABLES: readonly string[] = ['procurement.release', 'procurement.release_history'];
