import { Migration } from '@mikro-orm/migrations';

export class Migration20261123114421_first extends Migration {

  override name = 'Migration20261123114421_first';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "projects";`);
    this.addSql(`create table "projects"."project" ("id" text not null, "jurisdiction" text not null, "code" text null, "scheme" text not null, "legacy_code" text null, "title" text collate "zh-x-icu" not null, "description" text null, "public_authority_scheme" text null, "public_authority_id" text null, "public_authority_name" text null, "public_authority_uscc" text null, "public_authority_agency_id" text null, "authority_agency_id" text null, "status" text null, "type" text null, "sector" text[] null, "industry_code" text null, "region_code" text null, "region_edition" text null, "budget_amount" numeric null, "annual_plan_amount" numeric null, "budget_currency" text null, "start_date" date null, "end_date" date null, "actual_start" date null, "actual_completion" date null, "physical_progress" numeric null, "approval_no" text null, "approved_on" date null, "location_text" text null, "longitude" numeric null, "latitude" numeric null, "published_on" date null, "source" text null, "search_text" text generated always as (hub.fold_text(coalesce("title", '')) || chr(10) || hub.fold_text(coalesce("description", ''))) stored null, primary key ("id"));`);
    this.addSql(`create index "project_jurisdiction_idx" on "projects"."project" ("jurisdiction");`);
    this.addSql(`create index "project_code_idx" on "projects"."project" ("code");`);
    this.addSql(`create index "project_scheme_idx" on "projects"."project" (left("scheme", 100));`);
    this.addSql(`create index "project_legacy_code_idx" on "projects"."project" (left("legacy_code", 100));`);
    this.addSql(`create index "project_title_idx" on "projects"."project" ("title", "id");`);
    this.addSql(`create index "project_public_authority_id_idx" on "projects"."project" ("public_authority_id");`);
    this.addSql(`create index "project_public_authority_name_idx" on "projects"."project" (left("public_authority_name", 100));`);
    this.addSql(`create index "project_public_authority_uscc_idx" on "projects"."project" ("public_authority_uscc");`);
    this.addSql(`create index "project_public_authority_agency_id_idx" on "projects"."project" ("public_authority_agency_id");`);
    this.addSql(`create index "project_authority_agency_id_idx" on "projects"."project" ("authority_agency_id");`);
    this.addSql(`create index "project_status_idx" on "projects"."project" ("status");`);
    this.addSql(`create index "project_type_idx" on "projects"."project" ("type");`);
    this.addSql(`create index "project_sector_idx" on "projects"."project" using gin ("sector");`);
    this.addSql(`create index "project_industry_code_idx" on "projects"."project" (left("industry_code", 100));`);
    this.addSql(`create index "project_region_code_idx" on "projects"."project" ("region_code");`);
    this.addSql(`create index "project_budget_amount_idx" on "projects"."project" ("budget_amount" nulls first, "id");`);
    this.addSql(`create index "project_annual_plan_amount_idx" on "projects"."project" ("annual_plan_amount" nulls first, "id");`);
    this.addSql(`create index "project_budget_currency_idx" on "projects"."project" ("budget_currency");`);
    this.addSql(`create index "project_start_date_idx" on "projects"."project" ("start_date" nulls first, "id");`);
    this.addSql(`create index "project_end_date_idx" on "projects"."project" ("end_date" nulls first, "id");`);
    this.addSql(`create index "project_actual_start_idx" on "projects"."project" ("actual_start" nulls first, "id");`);
    this.addSql(`create index "project_actual_completion_idx" on "projects"."project" ("actual_completion" nulls first, "id");`);
    this.addSql(`create index "project_physical_progress_idx" on "projects"."project" ("physical_progress" nulls first, "id");`);
    this.addSql(`create index "project_approval_no_idx" on "projects"."project" (left("approval_no", 100));`);
    this.addSql(`create index "project_approved_on_idx" on "projects"."project" ("approved_on" nulls first, "id");`);
    this.addSql(`create index "project_longitude_idx" on "projects"."project" ("longitude");`);
    this.addSql(`create index "project_latitude_idx" on "projects"."project" ("latitude");`);
    this.addSql(`create index "project_published_on_idx" on "projects"."project" ("published_on" nulls first, "id");`);
    this.addSql(`create index "project_search_idx" on "projects"."project" using gin (hub.bigrams(search_text));`);

    this.addSql(`create table "projects"."progress_report" ("id" text not null, "jurisdiction" text not null, "quarter" text not null, "year" integer not null, "planned_investment" numeric null, "completed_this_quarter" numeric null, "completed_this_year" numeric null, "completed_cumulative" numeric null, "currency" text null, "percent" numeric null, "description" text null, "problems" text null, "published_on" date null, "source" text null, "project_id" text not null, primary key ("id"));`);
    this.addSql(`create index "progress_report_project_id_index" on "projects"."progress_report" ("project_id");`);
    this.addSql(`create index "progress_report_jurisdiction_idx" on "projects"."progress_report" ("jurisdiction");`);
    this.addSql(`create index "progress_report_quarter_idx" on "projects"."progress_report" ("quarter", "id");`);
    this.addSql(`create index "progress_report_year_idx" on "projects"."progress_report" ("year", "id");`);
    this.addSql(`create index "progress_report_planned_investment_idx" on "projects"."progress_report" ("planned_investment" nulls first, "id");`);
    this.addSql(`create index "progress_report_completed_this_quarter_idx" on "projects"."progress_report" ("completed_this_quarter" nulls first, "id");`);
    this.addSql(`create index "progress_report_completed_this_year_idx" on "projects"."progress_report" ("completed_this_year" nulls first, "id");`);
    this.addSql(`create index "progress_report_completed_cumulative_idx" on "projects"."progress_report" ("completed_cumulative" nulls first, "id");`);
    this.addSql(`create index "progress_report_currency_idx" on "projects"."progress_report" ("currency");`);
    this.addSql(`create index "progress_report_percent_idx" on "projects"."progress_report" ("percent" nulls first, "id");`);
    this.addSql(`create index "progress_report_published_on_idx" on "projects"."progress_report" ("published_on" nulls first, "id");`);

    this.addSql(`create table "projects"."land_transfer" ("id" text not null, "jurisdiction" text not null, "land_no" text null, "region_code" text null, "region_edition" text null, "region_text" text null, "project_title" text null, "project_code" text null, "project_link_method" text null, "project_link_confidence" numeric null, "location" text null, "area_hectares" numeric null, "land_source" text null, "land_use" text null, "supply_method" text null, "usage_years" text null, "industry" text null, "grade" text null, "price" numeric null, "currency" text null, "source_unit" text null, "holder_scheme" text null, "holder_id" text null, "holder_name" text null, "holder_uscc" text null, "holder_agency_id" text null, "plot_ratio_min" numeric null, "plot_ratio_max" numeric null, "handover_planned" date null, "start_planned" date null, "completion_planned" date null, "actual_start" date null, "actual_completion" date null, "approved_by" text null, "signed_on" date null, "source" text null, "project_id" text null, "search_text" text generated always as (hub.fold_text(coalesce("project_title", '')) || chr(10) || hub.fold_text(coalesce("location", ''))) stored null, primary key ("id"));`);
    this.addSql(`create index "land_transfer_project_id_index" on "projects"."land_transfer" ("project_id");`);
    this.addSql(`create index "land_transfer_jurisdiction_idx" on "projects"."land_transfer" ("jurisdiction");`);
    this.addSql(`create index "land_transfer_land_no_idx" on "projects"."land_transfer" ("land_no");`);
    this.addSql(`create index "land_transfer_region_code_idx" on "projects"."land_transfer" ("region_code");`);
    this.addSql(`create index "land_transfer_project_title_idx" on "projects"."land_transfer" ("project_title" nulls first, "id");`);
    this.addSql(`create index "land_transfer_project_code_idx" on "projects"."land_transfer" (left("project_code", 100));`);
    this.addSql(`create index "land_transfer_project_link_method_idx" on "projects"."land_transfer" ("project_link_method");`);
    this.addSql(`create index "land_transfer_project_link_confidence_idx" on "projects"."land_transfer" ("project_link_confidence" nulls first, "id");`);
    this.addSql(`create index "land_transfer_location_idx" on "projects"."land_transfer" (left("location", 100));`);
    this.addSql(`create index "land_transfer_area_hectares_idx" on "projects"."land_transfer" ("area_hectares" nulls first, "id");`);
    this.addSql(`create index "land_transfer_land_source_idx" on "projects"."land_transfer" (left("land_source", 100));`);
    this.addSql(`create index "land_transfer_land_use_idx" on "projects"."land_transfer" (left("land_use", 100));`);
    this.addSql(`create index "land_transfer_supply_method_idx" on "projects"."land_transfer" ("supply_method");`);
    this.addSql(`create index "land_transfer_industry_idx" on "projects"."land_transfer" (left("industry", 100));`);
    this.addSql(`create index "land_transfer_grade_idx" on "projects"."land_transfer" (left("grade", 100));`);
    this.addSql(`create index "land_transfer_price_idx" on "projects"."land_transfer" ("price" nulls first, "id");`);
    this.addSql(`create index "land_transfer_currency_idx" on "projects"."land_transfer" ("currency");`);
    this.addSql(`create index "land_transfer_holder_id_idx" on "projects"."land_transfer" ("holder_id");`);
    this.addSql(`create index "land_transfer_holder_name_idx" on "projects"."land_transfer" (left("holder_name", 100));`);
    this.addSql(`create index "land_transfer_holder_uscc_idx" on "projects"."land_transfer" ("holder_uscc");`);
    this.addSql(`create index "land_transfer_holder_agency_id_idx" on "projects"."land_transfer" ("holder_agency_id");`);
    this.addSql(`create index "land_transfer_plot_ratio_min_idx" on "projects"."land_transfer" ("plot_ratio_min" nulls first, "id");`);
    this.addSql(`create index "land_transfer_plot_ratio_max_idx" on "projects"."land_transfer" ("plot_ratio_max" nulls first, "id");`);
    this.addSql(`create index "land_transfer_handover_planned_idx" on "projects"."land_transfer" ("handover_planned" nulls first, "id");`);
    this.addSql(`create index "land_transfer_start_planned_idx" on "projects"."land_transfer" ("start_planned" nulls first, "id");`);
    this.addSql(`create index "land_transfer_completion_planned_idx" on "projects"."land_transfer" ("completion_planned" nulls first, "id");`);
    this.addSql(`create index "land_transfer_actual_start_idx" on "projects"."land_transfer" ("actual_start" nulls first, "id");`);
    this.addSql(`create index "land_transfer_actual_completion_idx" on "projects"."land_transfer" ("actual_completion" nulls first, "id");`);
    this.addSql(`create index "land_transfer_approved_by_idx" on "projects"."land_transfer" (left("approved_by", 100));`);
    this.addSql(`create index "land_transfer_signed_on_idx" on "projects"."land_transfer" ("signed_on" nulls first, "id");`);
    this.addSql(`create index "land_transfer_search_idx" on "projects"."land_transfer" using gin (hub.bigrams(search_text));`);

    this.addSql(`create table "projects"."land_instalment" ("id" text not null, "jurisdiction" text not null, "sequence" integer not null, "due_on" date null, "amount" numeric null, "currency" text null, "source" text null, "land_transfer_id" text not null, primary key ("id"));`);
    this.addSql(`create index "land_instalment_land_transfer_id_index" on "projects"."land_instalment" ("land_transfer_id");`);
    this.addSql(`create index "land_instalment_jurisdiction_idx" on "projects"."land_instalment" ("jurisdiction");`);
    this.addSql(`create index "land_instalment_sequence_idx" on "projects"."land_instalment" ("sequence", "id");`);
    this.addSql(`create index "land_instalment_due_on_idx" on "projects"."land_instalment" ("due_on" nulls first, "id");`);
    this.addSql(`create index "land_instalment_amount_idx" on "projects"."land_instalment" ("amount" nulls first, "id");`);
    this.addSql(`create index "land_instalment_currency_idx" on "projects"."land_instalment" ("currency");`);

    this.addSql(`create table "projects"."funding_source" ("id" text not null, "jurisdiction" text not null, "kind" text null, "amount" numeric null, "currency" text null, "provider" text null, "source" text null, "project_id" text not null, primary key ("id"));`);
    this.addSql(`create index "funding_source_project_id_index" on "projects"."funding_source" ("project_id");`);
    this.addSql(`create index "funding_source_jurisdiction_idx" on "projects"."funding_source" ("jurisdiction");`);
    this.addSql(`create index "funding_source_kind_idx" on "projects"."funding_source" ("kind");`);
    this.addSql(`create index "funding_source_amount_idx" on "projects"."funding_source" ("amount" nulls first, "id");`);
    this.addSql(`create index "funding_source_currency_idx" on "projects"."funding_source" ("currency");`);
    this.addSql(`create index "funding_source_provider_idx" on "projects"."funding_source" (left("provider", 100));`);

    this.addSql(`create table "projects"."change_order" ("id" text not null, "jurisdiction" text not null, "contract_no" text null, "kind" text null, "amount_delta" numeric null, "currency" text null, "days_delta" integer null, "reason" text null, "approval_no" text null, "approved_on" date null, "source" text null, "project_id" text not null, primary key ("id"));`);
    this.addSql(`create index "change_order_project_id_index" on "projects"."change_order" ("project_id");`);
    this.addSql(`create index "change_order_jurisdiction_idx" on "projects"."change_order" ("jurisdiction");`);
    this.addSql(`create index "change_order_contract_no_idx" on "projects"."change_order" (left("contract_no", 100));`);
    this.addSql(`create index "change_order_kind_idx" on "projects"."change_order" ("kind");`);
    this.addSql(`create index "change_order_amount_delta_idx" on "projects"."change_order" ("amount_delta" nulls first, "id");`);
    this.addSql(`create index "change_order_currency_idx" on "projects"."change_order" ("currency");`);
    this.addSql(`create index "change_order_days_delta_idx" on "projects"."change_order" ("days_delta" nulls first, "id");`);
    this.addSql(`create index "change_order_reason_idx" on "projects"."change_order" (left("reason", 100));`);
    this.addSql(`create index "change_order_approval_no_idx" on "projects"."change_order" (left("approval_no", 100));`);
    this.addSql(`create index "change_order_approved_on_idx" on "projects"."change_order" ("approved_on" nulls first, "id");`);

    this.addSql(`create table "projects"."project_component" ("id" text not null, "jurisdiction" text not null, "description" text null, "infra_type" text null, "type_of_work" text null, "region_text" text null, "province_text" text null, "latitude" numeric null, "longitude" numeric null, "source" text null, "project_id" text not null, primary key ("id"));`);
    this.addSql(`create index "project_component_project_id_index" on "projects"."project_component" ("project_id");`);
    this.addSql(`create index "project_component_jurisdiction_idx" on "projects"."project_component" ("jurisdiction");`);
    this.addSql(`create index "project_component_infra_type_idx" on "projects"."project_component" (left("infra_type", 100));`);
    this.addSql(`create index "project_component_type_of_work_idx" on "projects"."project_component" (left("type_of_work", 100));`);
    this.addSql(`create index "project_component_region_text_idx" on "projects"."project_component" (left("region_text", 100));`);
    this.addSql(`create index "project_component_province_text_idx" on "projects"."project_component" (left("province_text", 100));`);

    this.addSql(`alter table "projects"."project" add constraint "project_status_check" check (status in ('IDENTIFICATION', 'PREPARATION', 'IMPLEMENTATION', 'COMPLETION', 'MAINTENANCE', 'DECOMMISSIONING', 'DECOMMISSIONED', 'CANCELLED'));`);
    this.addSql(`alter table "projects"."project" add constraint "project_type_check" check (type in ('CONSTRUCTION', 'REHABILITATION', 'REPLACEMENT', 'EXPANSION', 'DECOMMISSIONING'));`);

    this.addSql(`alter table "projects"."progress_report" add constraint "progress_report_project_id_foreign" foreign key ("project_id") references "projects"."project" ("id") deferrable initially immediate;`);

    this.addSql(`alter table "projects"."land_transfer" add constraint "land_transfer_project_id_foreign" foreign key ("project_id") references "projects"."project" ("id") on delete set null deferrable initially immediate;`);
    this.addSql(`alter table "projects"."land_transfer" add constraint "land_transfer_project_link_method_check" check (project_link_method in ('EXACT', 'NORMALISED_NAME', 'MANUAL'));`);
    this.addSql(`alter table "projects"."land_transfer" add constraint "land_transfer_supply_method_check" check (supply_method in ('ALLOCATION', 'LISTING', 'AUCTION', 'TENDER', 'AGREEMENT'));`);
    this.addSql(`alter table "projects"."land_transfer" add constraint "land_transfer_source_unit_check" check (source_unit in ('YUAN', 'WAN_YUAN', 'YI_YUAN'));`);

    this.addSql(`alter table "projects"."land_instalment" add constraint "land_instalment_land_transfer_id_foreign" foreign key ("land_transfer_id") references "projects"."land_transfer" ("id") deferrable initially immediate;`);

    this.addSql(`alter table "projects"."funding_source" add constraint "funding_source_project_id_foreign" foreign key ("project_id") references "projects"."project" ("id") deferrable initially immediate;`);
    this.addSql(`alter table "projects"."funding_source" add constraint "funding_source_kind_check" check (kind in ('FISCAL', 'SPECIAL_BOND', 'BANK_LOAN', 'SELF_RAISED', 'OTHER'));`);

    this.addSql(`alter table "projects"."change_order" add constraint "change_order_project_id_foreign" foreign key ("project_id") references "projects"."project" ("id") deferrable initially immediate;`);
    this.addSql(`alter table "projects"."change_order" add constraint "change_order_kind_check" check (kind in ('VALUE', 'DURATION', 'SCOPE'));`);

    this.addSql(`alter table "projects"."project_component" add constraint "project_component_project_id_foreign" foreign key ("project_id") references "projects"."project" ("id") deferrable initially immediate;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "projects"."progress_report" drop constraint "progress_report_project_id_foreign";`);
    this.addSql(`alter table "projects"."land_transfer" drop constraint "land_transfer_project_id_foreign";`);
    this.addSql(`alter table "projects"."funding_source" drop constraint "funding_source_project_id_foreign";`);
    this.addSql(`alter table "projects"."change_order" drop constraint "change_order_project_id_foreign";`);
    this.addSql(`alter table "projects"."project_component" drop constraint "project_component_project_id_foreign";`);
    this.addSql(`alter table "projects"."land_instalment" drop constraint "land_instalment_land_transfer_id_foreign";`);

    this.addSql(`drop table if exists "projects"."project" cascade;`);
    this.addSql(`drop table if exists "projects"."progress_report" cascade;`);
    this.addSql(`drop table if exists "projects"."land_transfer" cascade;`);
    this.addSql(`drop table if exists "projects"."land_instalment" cascade;`);
    this.addSql(`drop table if exists "projects"."funding_source" cascade;`);
    this.addSql(`drop table if exists "projects"."change_order" cascade;`);
    this.addSql(`drop table if exists "projects"."project_component" cascade;`);

    this.addSql(`drop schema if exists "projects";`);
  }

}
