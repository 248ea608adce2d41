import { Migration } from '@mikro-orm/migrations';

export class Migration20261123140813_provenance extends Migration {

  override name = 'Migration20261123140813_provenance';

  override up(): void | Promise<void> {
    this.addSql(`alter table "projects"."project" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "project_hub_since_idx" on "projects"."project" ("hub_since");`);

    this.addSql(`alter table "projects"."progress_report" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "progress_report_hub_since_idx" on "projects"."progress_report" ("hub_since");`);

    this.addSql(`alter table "projects"."land_transfer" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "land_transfer_hub_since_idx" on "projects"."land_transfer" ("hub_since");`);

    this.addSql(`alter table "projects"."land_instalment" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "land_instalment_hub_since_idx" on "projects"."land_instalment" ("hub_since");`);

    this.addSql(`alter table "projects"."funding_source" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "funding_source_hub_since_idx" on "projects"."funding_source" ("hub_since");`);

    this.addSql(`alter table "projects"."change_order" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "change_order_hub_since_idx" on "projects"."change_order" ("hub_since");`);

    this.addSql(`alter table "projects"."project_component" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "project_component_hub_since_idx" on "projects"."project_component" ("hub_since");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "projects"."change_order_hub_since_idx";`);
    this.addSql(`alter table "projects"."change_order" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "projects"."funding_source_hub_since_idx";`);
    this.addSql(`alter table "projects"."funding_source" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "projects"."land_instalment_hub_since_idx";`);
    this.addSql(`alter table "projects"."land_instalment" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "projects"."land_transfer_hub_since_idx";`);
    this.addSql(`alter table "projects"."land_transfer" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "projects"."progress_report_hub_since_idx";`);
    this.addSql(`alter table "projects"."progress_report" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "projects"."project_hub_since_idx";`);
    this.addSql(`alter table "projects"."project" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "projects"."project_component_hub_since_idx";`);
    this.addSql(`alter table "projects"."project_component" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);
  }

}
