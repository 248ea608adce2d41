import { Migration } from '@mikro-orm/migrations';

export class Migration20261123140806_provenance extends Migration {

  override name = 'Migration20261123140806_provenance';

  override up(): void | Promise<void> {
    this.addSql(`alter table "registry"."agency" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "agency_hub_since_idx" on "registry"."agency" ("hub_since");`);

    this.addSql(`alter table "registry"."agency_succession" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "agency_succession_hub_since_idx" on "registry"."agency_succession" ("hub_since");`);

    this.addSql(`alter table "registry"."city" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "city_hub_since_idx" on "registry"."city" ("hub_since");`);

    this.addSql(`alter table "registry"."legal_entity" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "legal_entity_hub_since_idx" on "registry"."legal_entity" ("hub_since");`);

    this.addSql(`alter table "registry"."region" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "region_hub_since_idx" on "registry"."region" ("hub_since");`);

    this.addSql(`alter table "registry"."region_revision" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "region_revision_hub_since_idx" on "registry"."region_revision" ("hub_since");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "registry"."agency_hub_since_idx";`);
    this.addSql(`alter table "registry"."agency" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "registry"."agency_succession_hub_since_idx";`);
    this.addSql(`alter table "registry"."agency_succession" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "registry"."city_hub_since_idx";`);
    this.addSql(`alter table "registry"."city" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "registry"."legal_entity_hub_since_idx";`);
    this.addSql(`alter table "registry"."legal_entity" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "registry"."region_hub_since_idx";`);
    this.addSql(`alter table "registry"."region" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "registry"."region_revision_hub_since_idx";`);
    this.addSql(`alter table "registry"."region_revision" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);
  }

}
