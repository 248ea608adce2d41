import { Migration } from '@mikro-orm/migrations';

export class Migration20261123140820_provenance extends Migration {

  override name = 'Migration20261123140820_provenance';

  override up(): void | Promise<void> {
    this.addSql(`alter table "procurement"."asset_sale" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "asset_sale_hub_since_idx" on "procurement"."asset_sale" ("hub_since");`);

    this.addSql(`alter table "procurement"."catalogue_item" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "catalogue_item_hub_since_idx" on "procurement"."catalogue_item" ("hub_since");`);

    this.addSql(`alter table "procurement"."central_catalogue_entry" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "central_catalogue_entry_hub_since_idx" on "procurement"."central_catalogue_entry" ("hub_since");`);

    this.addSql(`alter table "procurement"."contracting_process" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "contracting_process_hub_since_idx" on "procurement"."contracting_process" ("hub_since");`);

    this.addSql(`alter table "procurement"."complaint" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "complaint_hub_since_idx" on "procurement"."complaint" ("hub_since");`);

    this.addSql(`alter table "procurement"."misconduct_record" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "misconduct_record_hub_since_idx" on "procurement"."misconduct_record" ("hub_since");`);

    this.addSql(`alter table "procurement"."process_party" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "process_party_hub_since_idx" on "procurement"."process_party" ("hub_since");`);

    this.addSql(`alter table "procurement"."procurement_agent" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "procurement_agent_hub_since_idx" on "procurement"."procurement_agent" ("hub_since");`);

    this.addSql(`alter table "procurement"."project_link" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "project_link_hub_since_idx" on "procurement"."project_link" ("hub_since");`);

    this.addSql(`alter table "procurement"."release" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "release_hub_since_idx" on "procurement"."release" ("hub_since");`);

    this.addSql(`alter table "procurement"."tender" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "tender_hub_since_idx" on "procurement"."tender" ("hub_since");`);

    this.addSql(`alter table "procurement"."lot" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "lot_hub_since_idx" on "procurement"."lot" ("hub_since");`);

    this.addSql(`alter table "procurement"."candidate_notice" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "candidate_notice_hub_since_idx" on "procurement"."candidate_notice" ("hub_since");`);

    this.addSql(`alter table "procurement"."bid_opening" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "bid_opening_hub_since_idx" on "procurement"."bid_opening" ("hub_since");`);

    this.addSql(`alter table "procurement"."bid" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "bid_hub_since_idx" on "procurement"."bid" ("hub_since");`);

    this.addSql(`alter table "procurement"."bid_tenderer" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "bid_tenderer_hub_since_idx" on "procurement"."bid_tenderer" ("hub_since");`);

    this.addSql(`alter table "procurement"."award" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "award_hub_since_idx" on "procurement"."award" ("hub_since");`);

    this.addSql(`alter table "procurement"."contract" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "contract_hub_since_idx" on "procurement"."contract" ("hub_since");`);

    this.addSql(`alter table "procurement"."process_milestone" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "process_milestone_hub_since_idx" on "procurement"."process_milestone" ("hub_since");`);

    this.addSql(`alter table "procurement"."process_document" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "process_document_hub_since_idx" on "procurement"."process_document" ("hub_since");`);

    this.addSql(`alter table "procurement"."contract_transaction" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "contract_transaction_hub_since_idx" on "procurement"."contract_transaction" ("hub_since");`);

    this.addSql(`alter table "procurement"."contract_supplier" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "contract_supplier_hub_since_idx" on "procurement"."contract_supplier" ("hub_since");`);

    this.addSql(`alter table "procurement"."award_supplier" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "award_supplier_hub_since_idx" on "procurement"."award_supplier" ("hub_since");`);

    this.addSql(`alter table "procurement"."amendment" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "amendment_hub_since_idx" on "procurement"."amendment" ("hub_since");`);

    this.addSql(`alter table "procurement"."item" add "hub_since" timestamptz(3) not null default hub.instant(), add "hub_batch" text not null default hub.batch(), add "hub_sheet" text null, add "hub_row" integer null, add "hub_hash" bytea null;`);
    this.addSql(`create index "item_hub_since_idx" on "procurement"."item" ("hub_since");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "procurement"."amendment_hub_since_idx";`);
    this.addSql(`alter table "procurement"."amendment" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."asset_sale_hub_since_idx";`);
    this.addSql(`alter table "procurement"."asset_sale" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."award_hub_since_idx";`);
    this.addSql(`alter table "procurement"."award" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."award_supplier_hub_since_idx";`);
    this.addSql(`alter table "procurement"."award_supplier" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."bid_hub_since_idx";`);
    this.addSql(`alter table "procurement"."bid" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."bid_opening_hub_since_idx";`);
    this.addSql(`alter table "procurement"."bid_opening" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."bid_tenderer_hub_since_idx";`);
    this.addSql(`alter table "procurement"."bid_tenderer" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."candidate_notice_hub_since_idx";`);
    this.addSql(`alter table "procurement"."candidate_notice" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."catalogue_item_hub_since_idx";`);
    this.addSql(`alter table "procurement"."catalogue_item" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."central_catalogue_entry_hub_since_idx";`);
    this.addSql(`alter table "procurement"."central_catalogue_entry" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."complaint_hub_since_idx";`);
    this.addSql(`alter table "procurement"."complaint" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."contract_hub_since_idx";`);
    this.addSql(`alter table "procurement"."contract" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."contract_supplier_hub_since_idx";`);
    this.addSql(`alter table "procurement"."contract_supplier" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."contract_transaction_hub_since_idx";`);
    this.addSql(`alter table "procurement"."contract_transaction" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."contracting_process_hub_since_idx";`);
    this.addSql(`alter table "procurement"."contracting_process" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."item_hub_since_idx";`);
    this.addSql(`alter table "procurement"."item" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."lot_hub_since_idx";`);
    this.addSql(`alter table "procurement"."lot" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."misconduct_record_hub_since_idx";`);
    this.addSql(`alter table "procurement"."misconduct_record" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."process_document_hub_since_idx";`);
    this.addSql(`alter table "procurement"."process_document" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."process_milestone_hub_since_idx";`);
    this.addSql(`alter table "procurement"."process_milestone" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."process_party_hub_since_idx";`);
    this.addSql(`alter table "procurement"."process_party" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."procurement_agent_hub_since_idx";`);
    this.addSql(`alter table "procurement"."procurement_agent" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."project_link_hub_since_idx";`);
    this.addSql(`alter table "procurement"."project_link" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."release_hub_since_idx";`);
    this.addSql(`alter table "procurement"."release" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);

    this.addSql(`drop index "procurement"."tender_hub_since_idx";`);
    this.addSql(`alter table "procurement"."tender" drop column "hub_since", drop column "hub_batch", drop column "hub_sheet", drop column "hub_row", drop column "hub_hash";`);
  }

}
