/** What the hub keeps of its own work: batches, findings, editions, the log; one schema beside those of the services. */
import type { Client } from 'pg';
import { onceFor } from './once-for.js';

/**
 * Instants have milliseconds, so that a JavaScript date and a cursor can hold them. `hub.instant` and `hub.batch` are
 * those of the publication that the transaction is; a row written outside one is seen by `hub log verify`.
 */
const FUNCTIONS = `
create schema if not exists hub;
create or replace function hub.instant() returns timestamptz(3) language sql volatile as $$
  select coalesce(nullif(current_setting('hub.instant', true), '')::timestamptz(3), clock_timestamp()::timestamptz(3))
$$;
create or replace function hub.batch() returns text language sql stable as $$
  select coalesce(current_setting('hub.batch', true), '')
$$;
`;

const numbered = (name: string, letter: string, digits = 6): string =>
  `id text primary key default '${letter}' || lpad(nextval('hub.${name}_number')::text, ${digits}, '0')`;

const TABLES = `
create sequence if not exists hub.batch_number;
create sequence if not exists hub.finding_number;
create sequence if not exists hub.refusal_number;
create sequence if not exists hub.quarantine_number;
create sequence if not exists hub.record_number;

create table if not exists hub.dataset (
  id text primary key, service text not null, title text not null, title_en text, owner text, owner_en text, file text,
  scope_agency text, scope_period text, period_unit text, legal_basis text, frequency text, key_columns text[],
  official_date text);
create table if not exists hub.dataset_column (
  id text primary key, dataset_id text not null references hub.dataset on delete cascade, position integer not null,
  head text not null, aliases text[], field text, type text not null, required boolean not null default false,
  unit text, code_list text, code_list_edition text, codes jsonb, personal boolean not null default false, doc text, doc_en text,
  example text);
create index if not exists dataset_column_dataset_idx on hub.dataset_column (dataset_id);

create table if not exists hub.batch (
  ${numbered('batch', 'B')}, sequence bigint not null unique, dataset_id text not null, service text,
  mode text not null, published_at timestamptz(3) not null unique, submitted_by text not null,
  officially_published_on date, tool_version text not null, rows_read integer not null default 0,
  inserted integer not null default 0, changed integer not null default 0, withdrawn integer not null default 0,
  unchanged integer not null default 0, quarantined integer not null default 0, note text, files_digest text);
create index if not exists batch_dataset_idx on hub.batch (dataset_id, sequence);
create table if not exists hub.batch_file (
  id text primary key, batch_id text not null references hub.batch, name text not null, sha256 text not null, bytes bigint not null);
create index if not exists batch_file_batch_idx on hub.batch_file (batch_id);
create index if not exists batch_file_sha256_idx on hub.batch_file (sha256);
create table if not exists hub.first_published (
  service text not null, entity text not null, at timestamptz(3) not null, primary key (service, entity));

create table if not exists hub.finding (
  ${numbered('finding', 'F', 7)}, rule text not null, severity text not null, state text not null default 'OPEN',
  dataset_id text, service text, entity text not null, record_key text not null, agency_id text, field text,
  left_value text, right_value text, delta text, tolerance text, operands jsonb, file text, sheet text,
  source_row integer, source_column text, message_zh text not null, message_en text not null, remedy text,
  opened_batch text, opened_at timestamptz(3) not null default hub.instant(), closed_batch text,
  closed_at timestamptz(3), accepted_by text, accepted_reason text);
create index if not exists finding_record_idx on hub.finding (entity, record_key);
create index if not exists finding_rule_idx on hub.finding (rule, state);
create table if not exists hub.finding_operand (
  id text primary key, finding_id text not null references hub.finding on delete cascade, entity text, record_key text,
  field text, value text, opened_at timestamptz(3) not null);
create index if not exists finding_operand_finding_idx on hub.finding_operand (finding_id);
create or replace function hub.spread_operands() returns trigger language plpgsql as $spread$
begin
  delete from hub.finding_operand where finding_id = new.id;
  insert into hub.finding_operand (id, finding_id, entity, record_key, field, value, opened_at)
  select new.id || '-' || o.n, new.id, o.operand ->> 'entity', o.operand ->> 'key', o.operand ->> 'field',
    o.operand ->> 'value', new.opened_at
  from jsonb_array_elements(new.operands) with ordinality o(operand, n);
  return null;
end $spread$;
create or replace trigger spread_operands after insert or update of operands on hub.finding
  for each row execute function hub.spread_operands();
create table if not exists hub.rule_run (
  id text primary key default 'C' || lpad(nextval('hub.record_number')::text, 7, '0'), rule text not null,
  service text, batch_id text, at timestamptz(3) not null default hub.instant(), pass integer not null,
  fail integer not null, uncertain integer not null, not_applicable integer not null);
create index if not exists rule_run_rule_idx on hub.rule_run (rule, at);
create table if not exists hub.acceptance (
  rule text not null, dataset_id text not null, entity text not null, record_key text not null, reason text not null,
  accepted_by text not null, accepted_at timestamptz(3) not null default hub.instant(), primary key (rule, dataset_id, record_key));

create table if not exists hub.refusal (
  ${numbered('refusal', 'R')}, dataset_id text not null, service text, file text not null, sha256 text not null,
  at timestamptz(3) not null default clock_timestamp(), submitted_by text not null, options jsonb, findings jsonb not null);
create table if not exists hub.quarantine (
  ${numbered('quarantine', 'Q')}, dataset_id text not null, service text, batch_id text not null, file text not null,
  sheet text, source_row integer, cells jsonb not null, findings jsonb not null, state text not null default 'OPEN',
  at timestamptz(3) not null default hub.instant(), closed_at timestamptz(3), closed_by text, reason text);

create table if not exists hub.edition (
  name text primary key, title text, as_of timestamptz(3) not null, created_at timestamptz(3) not null, created_by text not null);
create table if not exists hub.withdrawal (
  id text primary key default 'W' || lpad(nextval('hub.record_number')::text, 7, '0'), dataset_id text not null,
  service text not null, entity text not null, record_key text not null, withdrawn_at timestamptz(3) not null default hub.instant(),
  reason text not null, withdrawn_by text not null, batch_id text not null);
create index if not exists withdrawal_record_idx on hub.withdrawal (entity, record_key);
create table if not exists hub.redaction (
  id text primary key default 'X' || lpad(nextval('hub.record_number')::text, 7, '0'), service text not null,
  entity text not null, record_key text not null, fields text[] not null, reason text not null, redacted_by text not null,
  at timestamptz(3) not null default hub.instant(), versions jsonb not null default '[]');

create table if not exists hub.erased (
  id text primary key default 'Z' || lpad(nextval('hub.record_number')::text, 7, '0'), redaction_id text not null,
  service text not null, entity text not null, batch_id text, ended_batch text, since timestamptz(3) not null,
  until timestamptz(3), hash bytea not null, end_hash bytea, replaced_by bytea,
  at timestamptz(3) not null default hub.instant());
create index if not exists erased_entity_idx on hub.erased (service, entity);
alter table hub.batch_file add column if not exists removed_by text;

create table if not exists hub.log (
  sequence bigint primary key, at timestamptz(3) not null, kind text not null, body text not null,
  previous bytea not null, hash bytea not null);

create or replace function hub.keep_for_good() returns trigger language plpgsql as $$
begin
  raise exception '%.% 只增不改 / is only added to', tg_table_schema, tg_table_name;
end $$;
create or replace trigger keep_for_good before update or delete or truncate on hub.log
  for each statement execute function hub.keep_for_good();
create or replace trigger keep_for_good before update or delete or truncate on hub.edition
  for each statement execute function hub.keep_for_good();
`;

/** Creates what is missing; services that start together do it one after the other. */
export const ensureLedger = (client: Client): Promise<void> =>
  onceFor(client, 'ledger', FUNCTIONS + TABLES, async () => {
    await client.query(FUNCTIONS);
    await client.query(TABLES);
  });
