import { Migration } from '@mikro-orm/migrations';

export class Migration20261123114418_first extends Migration {

  override name = 'Migration20261123114418_first';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "registry";`);
    this.addSql(`create table "registry"."agency" ("id" text not null, "jurisdiction" text not null, "uscc" text null, "name" text collate "zh-x-icu" not null, "short_name" text null, "name_en" text null, "level" text null, "kind" text null, "region_code" text null, "region_edition" text null, "budget_unit_code" text null, "is_enforcement_body" boolean null, "has_penalty_power" boolean null, "valid_from" date null, "valid_to" date null, "address" text null, "phone" text null, "office_hours" text null, "responsible_post" text null, "source" text null, "parent_id" text null, "search_text" text generated always as (hub.fold_text(coalesce("name", '')) || chr(10) || hub.fold_text(coalesce("short_name", ''))) stored null, primary key ("id"));`);
    this.addSql(`create index "agency_parent_id_index" on "registry"."agency" ("parent_id");`);
    this.addSql(`create index "agency_jurisdiction_idx" on "registry"."agency" ("jurisdiction");`);
    this.addSql(`create index "agency_uscc_idx" on "registry"."agency" ("uscc");`);
    this.addSql(`create index "agency_name_idx" on "registry"."agency" ("name", "id");`);
    this.addSql(`create index "agency_short_name_idx" on "registry"."agency" (left("short_name", 100));`);
    this.addSql(`create index "agency_level_idx" on "registry"."agency" ("level");`);
    this.addSql(`create index "agency_kind_idx" on "registry"."agency" ("kind");`);
    this.addSql(`create index "agency_region_code_idx" on "registry"."agency" ("region_code");`);
    this.addSql(`create index "agency_is_enforcement_body_idx" on "registry"."agency" ("is_enforcement_body");`);
    this.addSql(`create index "agency_has_penalty_power_idx" on "registry"."agency" ("has_penalty_power");`);
    this.addSql(`create index "agency_valid_from_idx" on "registry"."agency" ("valid_from" nulls first, "id");`);
    this.addSql(`create index "agency_valid_to_idx" on "registry"."agency" ("valid_to" nulls first, "id");`);
    this.addSql(`create index "agency_search_idx" on "registry"."agency" using gin (hub.bigrams(search_text));`);

    this.addSql(`create table "registry"."agency_succession" ("id" text not null, "jurisdiction" text not null, "effective_on" date not null, "kind" text null, "basis" text null, "source" text null, "predecessor_id" text not null, "successor_id" text not null, primary key ("id"));`);
    this.addSql(`create index "agency_succession_predecessor_id_index" on "registry"."agency_succession" ("predecessor_id");`);
    this.addSql(`create index "agency_succession_successor_id_index" on "registry"."agency_succession" ("successor_id");`);
    this.addSql(`create index "agency_succession_jurisdiction_idx" on "registry"."agency_succession" ("jurisdiction");`);
    this.addSql(`create index "agency_succession_effective_on_idx" on "registry"."agency_succession" ("effective_on", "id");`);
    this.addSql(`create index "agency_succession_kind_idx" on "registry"."agency_succession" ("kind");`);
    this.addSql(`create index "agency_succession_basis_idx" on "registry"."agency_succession" (left("basis", 100));`);

    this.addSql(`create table "registry"."city" ("jurisdiction" text not null, "name" text not null, "name_en" text null, "region_code" text not null, "level" text not null, "currency" text not null, "sample" boolean not null, primary key ("jurisdiction"));`);
    this.addSql(`create index "city_sample_idx" on "registry"."city" ("sample");`);

    this.addSql(`create table "registry"."legal_entity" ("uscc" text not null, "jurisdiction" text not null, "name" text collate "zh-x-icu" not null, "registration_authority" text null, "entity_type" text null, "status" text null, "established_on" date null, "ended_on" date null, "registered_capital" numeric null, "capital_currency" text null, "registered_capital_text" text null, "business_scope" text null, "address" text null, "region_code" text null, "region_edition" text null, "industry_code" text null, "industry_name" text null, "is_sme" boolean null, "size" text null, "source" text null, "search_text" text generated always as (hub.fold_text(coalesce("name", '')) || chr(10) || hub.fold_text(coalesce("business_scope", ''))) stored null, primary key ("uscc"));`);
    this.addSql(`create index "legal_entity_jurisdiction_idx" on "registry"."legal_entity" ("jurisdiction");`);
    this.addSql(`create index "legal_entity_name_idx" on "registry"."legal_entity" ("name", "uscc");`);
    this.addSql(`create index "legal_entity_registration_authority_idx" on "registry"."legal_entity" (left("registration_authority", 100));`);
    this.addSql(`create index "legal_entity_entity_type_idx" on "registry"."legal_entity" (left("entity_type", 100));`);
    this.addSql(`create index "legal_entity_status_idx" on "registry"."legal_entity" ("status");`);
    this.addSql(`create index "legal_entity_established_on_idx" on "registry"."legal_entity" ("established_on" nulls first, "uscc");`);
    this.addSql(`create index "legal_entity_ended_on_idx" on "registry"."legal_entity" ("ended_on" nulls first, "uscc");`);
    this.addSql(`create index "legal_entity_registered_capital_idx" on "registry"."legal_entity" ("registered_capital" nulls first, "uscc");`);
    this.addSql(`create index "legal_entity_capital_currency_idx" on "registry"."legal_entity" ("capital_currency");`);
    this.addSql(`create index "legal_entity_region_code_idx" on "registry"."legal_entity" ("region_code");`);
    this.addSql(`create index "legal_entity_industry_code_idx" on "registry"."legal_entity" (left("industry_code", 100));`);
    this.addSql(`create index "legal_entity_is_sme_idx" on "registry"."legal_entity" ("is_sme");`);
    this.addSql(`create index "legal_entity_size_idx" on "registry"."legal_entity" (left("size", 100));`);
    this.addSql(`create index "legal_entity_search_idx" on "registry"."legal_entity" using gin (hub.bigrams(search_text));`);

    this.addSql(`create table "registry"."region" ("id" text not null, "code" text not null, "edition" text not null, "edition_to" text null, "open_to_past" boolean not null, "name" text collate "zh-x-icu" not null, "full_name" text null, "level" integer not null, "kind" text not null, "parent_code" text null, "superseded_by" text[] null, "source" text null, "search_text" text generated always as (hub.fold_text(coalesce("name", ''))) stored null, primary key ("id"));`);
    this.addSql(`create index "region_code_idx" on "registry"."region" ("code", "id");`);
    this.addSql(`create index "region_edition_idx" on "registry"."region" ("edition", "id");`);
    this.addSql(`create index "region_edition_to_idx" on "registry"."region" ("edition_to");`);
    this.addSql(`create index "region_name_idx" on "registry"."region" ("name", "id");`);
    this.addSql(`create index "region_level_idx" on "registry"."region" ("level");`);
    this.addSql(`create index "region_kind_idx" on "registry"."region" ("kind");`);
    this.addSql(`create index "region_parent_code_idx" on "registry"."region" ("parent_code");`);
    this.addSql(`create index "region_search_idx" on "registry"."region" using gin (hub.bigrams(search_text));`);

    this.addSql(`create table "registry"."region_revision" ("edition" text not null, "source" text not null, "deepest" integer not null, "entries" integer not null, primary key ("edition"));`);
    this.addSql(`create index "region_revision_deepest_idx" on "registry"."region_revision" ("deepest");`);

    this.addSql(`alter table "registry"."agency" add constraint "agency_parent_id_foreign" foreign key ("parent_id") references "registry"."agency" ("id") on delete set null deferrable initially immediate;`);
    this.addSql(`alter table "registry"."agency" add constraint "agency_level_check" check (level in ('PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP'));`);
    this.addSql(`alter table "registry"."agency" add constraint "agency_kind_check" check (kind in ('DEPARTMENT', 'BRANCH', 'AUTHORISED', 'PUBLIC_INSTITUTION', 'GROUP'));`);

    this.addSql(`alter table "registry"."agency_succession" add constraint "agency_succession_predecessor_id_foreign" foreign key ("predecessor_id") references "registry"."agency" ("id") deferrable initially immediate;`);
    this.addSql(`alter table "registry"."agency_succession" add constraint "agency_succession_successor_id_foreign" foreign key ("successor_id") references "registry"."agency" ("id") deferrable initially immediate;`);
    this.addSql(`alter table "registry"."agency_succession" add constraint "agency_succession_kind_check" check (kind in ('MERGED', 'RENAMED', 'SPLIT', 'TRANSFERRED'));`);

    this.addSql(`alter table "registry"."city" add constraint "city_level_check" check (level in ('PROVINCE', 'PREFECTURE', 'COUNTY'));`);

    this.addSql(`alter table "registry"."legal_entity" add constraint "legal_entity_status_check" check (status in ('ACTIVE', 'CANCELLED', 'REVOKED', 'MOVED_OUT'));`);

    this.addSql(`alter table "registry"."region" add constraint "region_kind_check" check (kind in ('ADMIN', 'ZONE'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "registry"."agency" drop constraint "agency_parent_id_foreign";`);
    this.addSql(`alter table "registry"."agency_succession" drop constraint "agency_succession_predecessor_id_foreign";`);
    this.addSql(`alter table "registry"."agency_succession" drop constraint "agency_succession_successor_id_foreign";`);

    this.addSql(`drop table if exists "registry"."agency" cascade;`);
    this.addSql(`drop table if exists "registry"."agency_succession" cascade;`);
    this.addSql(`drop table if exists "registry"."city" cascade;`);
    this.addSql(`drop table if exists "registry"."legal_entity" cascade;`);
    this.addSql(`drop table if exists "registry"."region" cascade;`);
    this.addSql(`drop table if exists "registry"."region_revision" cascade;`);

    this.addSql(`drop schema if exists "registry";`);
  }

}
