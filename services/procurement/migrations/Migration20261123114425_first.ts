import { Migration } from '@mikro-orm/migrations';

export class Migration20261123114425_first extends Migration {

  override name = 'Migration20261123114425_first';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "procurement";`);
    this.addSql(`create table "procurement"."asset_sale" ("id" text not null, "jurisdiction" text not null, "title" text null, "asset_kind" text null, "seller_scheme" text null, "seller_id" text null, "seller_name" text null, "seller_uscc" text null, "seller_agency_id" text null, "buyer_scheme" text null, "buyer_id" text null, "buyer_name" text null, "buyer_uscc" text null, "buyer_agency_id" text null, "evaluated_value" numeric null, "listing_price" numeric null, "trade_value" numeric null, "currency" text null, "listed_on" date null, "traded_on" date null, "method" text null, "project_code" text null, "source" text null, "search_text" text generated always as (hub.fold_text(coalesce("title", ''))) stored null, primary key ("id"));`);
    this.addSql(`create index "asset_sale_jurisdiction_idx" on "procurement"."asset_sale" ("jurisdiction");`);
    this.addSql(`create index "asset_sale_title_idx" on "procurement"."asset_sale" ("title" nulls first, "id");`);
    this.addSql(`create index "asset_sale_asset_kind_idx" on "procurement"."asset_sale" (left("asset_kind", 100));`);
    this.addSql(`create index "asset_sale_seller_id_idx" on "procurement"."asset_sale" ("seller_id");`);
    this.addSql(`create index "asset_sale_seller_name_idx" on "procurement"."asset_sale" (left("seller_name", 100));`);
    this.addSql(`create index "asset_sale_seller_uscc_idx" on "procurement"."asset_sale" ("seller_uscc");`);
    this.addSql(`create index "asset_sale_seller_agency_id_idx" on "procurement"."asset_sale" ("seller_agency_id");`);
    this.addSql(`create index "asset_sale_buyer_id_idx" on "procurement"."asset_sale" ("buyer_id");`);
    this.addSql(`create index "asset_sale_buyer_name_idx" on "procurement"."asset_sale" (left("buyer_name", 100));`);
    this.addSql(`create index "asset_sale_buyer_uscc_idx" on "procurement"."asset_sale" ("buyer_uscc");`);
    this.addSql(`create index "asset_sale_buyer_agency_id_idx" on "procurement"."asset_sale" ("buyer_agency_id");`);
    this.addSql(`create index "asset_sale_evaluated_value_idx" on "procurement"."asset_sale" ("evaluated_value" nulls first, "id");`);
    this.addSql(`create index "asset_sale_listing_price_idx" on "procurement"."asset_sale" ("listing_price" nulls first, "id");`);
    this.addSql(`create index "asset_sale_trade_value_idx" on "procurement"."asset_sale" ("trade_value" nulls first, "id");`);
    this.addSql(`create index "asset_sale_currency_idx" on "procurement"."asset_sale" ("currency");`);
    this.addSql(`create index "asset_sale_listed_on_idx" on "procurement"."asset_sale" ("listed_on" nulls first, "id");`);
    this.addSql(`create index "asset_sale_traded_on_idx" on "procurement"."asset_sale" ("traded_on" nulls first, "id");`);
    this.addSql(`create index "asset_sale_method_idx" on "procurement"."asset_sale" (left("method", 100));`);
    this.addSql(`create index "asset_sale_project_code_idx" on "procurement"."asset_sale" (left("project_code", 100));`);
    this.addSql(`create index "asset_sale_search_idx" on "procurement"."asset_sale" using gin (hub.bigrams(search_text));`);

    this.addSql(`create table "procurement"."catalogue_item" ("id" text not null, "jurisdiction" text not null, "code" text not null, "edition" text not null, "name" text not null, "parent_code" text null, "level" integer null, "category" text null, "description" text null, "source" text null, "search_text" text generated always as (hub.fold_text(coalesce("name", ''))) stored null, primary key ("id"));`);
    this.addSql(`create index "catalogue_item_jurisdiction_idx" on "procurement"."catalogue_item" ("jurisdiction");`);
    this.addSql(`create index "catalogue_item_code_idx" on "procurement"."catalogue_item" ("code", "id");`);
    this.addSql(`create index "catalogue_item_edition_idx" on "procurement"."catalogue_item" ("edition", "id");`);
    this.addSql(`create index "catalogue_item_name_idx" on "procurement"."catalogue_item" ("name", "id");`);
    this.addSql(`create index "catalogue_item_parent_code_idx" on "procurement"."catalogue_item" ("parent_code");`);
    this.addSql(`create index "catalogue_item_level_idx" on "procurement"."catalogue_item" ("level" nulls first, "id");`);
    this.addSql(`create index "catalogue_item_category_idx" on "procurement"."catalogue_item" ("category");`);
    this.addSql(`create index "catalogue_item_search_idx" on "procurement"."catalogue_item" using gin (hub.bigrams(search_text));`);

    this.addSql(`create table "procurement"."central_catalogue_entry" ("id" text not null, "jurisdiction" text not null, "year" integer not null, "kind" text not null, "code" text null, "name" text null, "centralised" boolean null, "threshold_amount" numeric null, "currency" text null, "scope" text null, "basis" text null, "source" text null, primary key ("id"));`);
    this.addSql(`create index "central_catalogue_entry_jurisdiction_idx" on "procurement"."central_catalogue_entry" ("jurisdiction");`);
    this.addSql(`create index "central_catalogue_entry_year_idx" on "procurement"."central_catalogue_entry" ("year", "id");`);
    this.addSql(`create index "central_catalogue_entry_kind_idx" on "procurement"."central_catalogue_entry" ("kind");`);
    this.addSql(`create index "central_catalogue_entry_code_idx" on "procurement"."central_catalogue_entry" ("code" nulls first, "id");`);
    this.addSql(`create index "central_catalogue_entry_name_idx" on "procurement"."central_catalogue_entry" ("name" nulls first, "id");`);
    this.addSql(`create index "central_catalogue_entry_centralised_idx" on "procurement"."central_catalogue_entry" ("centralised");`);
    this.addSql(`create index "central_catalogue_entry_threshold_amount_idx" on "procurement"."central_catalogue_entry" ("threshold_amount" nulls first, "id");`);
    this.addSql(`create index "central_catalogue_entry_currency_idx" on "procurement"."central_catalogue_entry" ("currency");`);
    this.addSql(`create index "central_catalogue_entry_basis_idx" on "procurement"."central_catalogue_entry" (left("basis", 100));`);

    this.addSql(`create table "procurement"."contracting_process" ("ocid" text not null, "jurisdiction" text not null, "title" text null, "description" text null, "buyer_scheme" text null, "buyer_id" text null, "buyer_name" text null, "buyer_uscc" text null, "buyer_agency_id" text null, "procuring_entity_scheme" text null, "procuring_entity_id" text null, "procuring_entity_name" text null, "procuring_entity_uscc" text null, "procuring_entity_agency_id" text null, "main_procurement_category" text null, "procurement_method" text null, "procurement_method_details" text null, "procurement_method_rationale" text null, "status_stage" text null, "budget_amount" numeric null, "budget_currency" text null, "budget_description" text null, "project_code" text null, "project_title" text null, "project_id" text null, "project_link_method" text null, "project_link_confidence" numeric null, "region_code" text null, "region_edition" text null, "published_on" date null, "released_at" timestamptz(3) null, "release_id" text null, "language" text null, "publisher" text null, "source" text null, "search_text" text generated always as (hub.fold_text(coalesce("title", '')) || chr(10) || hub.fold_text(coalesce("description", ''))) stored null, primary key ("ocid"));`);
    this.addSql(`create index "contracting_process_jurisdiction_idx" on "procurement"."contracting_process" ("jurisdiction");`);
    this.addSql(`create index "contracting_process_title_idx" on "procurement"."contracting_process" ("title" nulls first, "ocid");`);
    this.addSql(`create index "contracting_process_buyer_id_idx" on "procurement"."contracting_process" ("buyer_id");`);
    this.addSql(`create index "contracting_process_buyer_name_idx" on "procurement"."contracting_process" (left("buyer_name", 100));`);
    this.addSql(`create index "contracting_process_buyer_uscc_idx" on "procurement"."contracting_process" ("buyer_uscc");`);
    this.addSql(`create index "contracting_process_buyer_agency_id_idx" on "procurement"."contracting_process" ("buyer_agency_id");`);
    this.addSql(`create index "contracting_process_procuring_entity_id_idx" on "procurement"."contracting_process" ("procuring_entity_id");`);
    this.addSql(`create index "contracting_process_procuring_entity_name_idx" on "procurement"."contracting_process" (left("procuring_entity_name", 100));`);
    this.addSql(`create index "contracting_process_procuring_entity_uscc_idx" on "procurement"."contracting_process" ("procuring_entity_uscc");`);
    this.addSql(`create index "contracting_process_procuring_entity_agency_id_idx" on "procurement"."contracting_process" ("procuring_entity_agency_id");`);
    this.addSql(`create index "contracting_process_main_procurement_category_idx" on "procurement"."contracting_process" ("main_procurement_category");`);
    this.addSql(`create index "contracting_process_procurement_method_idx" on "procurement"."contracting_process" ("procurement_method");`);
    this.addSql(`create index "contracting_process_procurement_method_details_idx" on "procurement"."contracting_process" (left("procurement_method_details", 100));`);
    this.addSql(`create index "contracting_process_status_stage_idx" on "procurement"."contracting_process" ("status_stage");`);
    this.addSql(`create index "contracting_process_budget_amount_idx" on "procurement"."contracting_process" ("budget_amount" nulls first, "ocid");`);
    this.addSql(`create index "contracting_process_budget_currency_idx" on "procurement"."contracting_process" ("budget_currency");`);
    this.addSql(`create index "contracting_process_project_code_idx" on "procurement"."contracting_process" (left("project_code", 100));`);
    this.addSql(`create index "contracting_process_project_id_idx" on "procurement"."contracting_process" ("project_id");`);
    this.addSql(`create index "contracting_process_project_link_method_idx" on "procurement"."contracting_process" ("project_link_method");`);
    this.addSql(`create index "contracting_process_project_link_confidence_idx" on "procurement"."contracting_process" ("project_link_confidence" nulls first, "ocid");`);
    this.addSql(`create index "contracting_process_region_code_idx" on "procurement"."contracting_process" ("region_code");`);
    this.addSql(`create index "contracting_process_published_on_idx" on "procurement"."contracting_process" ("published_on" nulls first, "ocid");`);
    this.addSql(`create index "contracting_process_released_at_idx" on "procurement"."contracting_process" ("released_at" nulls first, "ocid");`);
    this.addSql(`create index "contracting_process_publisher_idx" on "procurement"."contracting_process" (left("publisher", 100));`);
    this.addSql(`create index "contracting_process_search_idx" on "procurement"."contracting_process" using gin (hub.bigrams(search_text));`);

    this.addSql(`create table "procurement"."complaint" ("id" text not null, "jurisdiction" text not null, "kind" text null, "complainant_scheme" text null, "complainant_id" text null, "complainant_name" text null, "complainant_uscc" text null, "complainant_agency_id" text null, "respondent_scheme" text null, "respondent_id" text null, "respondent_name" text null, "respondent_uscc" text null, "respondent_agency_id" text null, "filed_on" date null, "subject" text null, "result" text null, "decision_no" text null, "decided_on" date null, "handler_scheme" text null, "handler_id" text null, "handler_name" text null, "handler_uscc" text null, "handler_agency_id" text null, "source" text null, "ocid" text null, "search_text" text generated always as (hub.fold_text(coalesce("subject", ''))) stored null, primary key ("id"));`);
    this.addSql(`create index "complaint_ocid_index" on "procurement"."complaint" ("ocid");`);
    this.addSql(`create index "complaint_jurisdiction_idx" on "procurement"."complaint" ("jurisdiction");`);
    this.addSql(`create index "complaint_kind_idx" on "procurement"."complaint" ("kind");`);
    this.addSql(`create index "complaint_complainant_id_idx" on "procurement"."complaint" ("complainant_id");`);
    this.addSql(`create index "complaint_complainant_name_idx" on "procurement"."complaint" (left("complainant_name", 100));`);
    this.addSql(`create index "complaint_complainant_uscc_idx" on "procurement"."complaint" ("complainant_uscc");`);
    this.addSql(`create index "complaint_complainant_agency_id_idx" on "procurement"."complaint" ("complainant_agency_id");`);
    this.addSql(`create index "complaint_respondent_id_idx" on "procurement"."complaint" ("respondent_id");`);
    this.addSql(`create index "complaint_respondent_name_idx" on "procurement"."complaint" (left("respondent_name", 100));`);
    this.addSql(`create index "complaint_respondent_uscc_idx" on "procurement"."complaint" ("respondent_uscc");`);
    this.addSql(`create index "complaint_respondent_agency_id_idx" on "procurement"."complaint" ("respondent_agency_id");`);
    this.addSql(`create index "complaint_filed_on_idx" on "procurement"."complaint" ("filed_on" nulls first, "id");`);
    this.addSql(`create index "complaint_subject_idx" on "procurement"."complaint" (left("subject", 100));`);
    this.addSql(`create index "complaint_result_idx" on "procurement"."complaint" ("result");`);
    this.addSql(`create index "complaint_decision_no_idx" on "procurement"."complaint" (left("decision_no", 100));`);
    this.addSql(`create index "complaint_decided_on_idx" on "procurement"."complaint" ("decided_on" nulls first, "id");`);
    this.addSql(`create index "complaint_handler_id_idx" on "procurement"."complaint" ("handler_id");`);
    this.addSql(`create index "complaint_handler_name_idx" on "procurement"."complaint" (left("handler_name", 100));`);
    this.addSql(`create index "complaint_handler_uscc_idx" on "procurement"."complaint" ("handler_uscc");`);
    this.addSql(`create index "complaint_handler_agency_id_idx" on "procurement"."complaint" ("handler_agency_id");`);
    this.addSql(`create index "complaint_search_idx" on "procurement"."complaint" using gin (hub.bigrams(search_text));`);

    this.addSql(`create table "procurement"."misconduct_record" ("id" text not null, "jurisdiction" text not null, "subject_scheme" text null, "subject_id" text null, "subject_name" text null, "subject_uscc" text null, "subject_agency_id" text null, "role" text null, "reason" text null, "basis" text null, "decision_no" text null, "decided_on" date null, "penalty" text null, "banned" boolean null, "banned_from" date null, "banned_to" date null, "issuing_body_scheme" text null, "issuing_body_id" text null, "issuing_body_name" text null, "issuing_body_uscc" text null, "issuing_body_agency_id" text null, "revoked" boolean null, "revoked_on" date null, "source" text null, "ocid" text null, "search_text" text generated always as (hub.fold_text(coalesce("reason", ''))) stored null, primary key ("id"));`);
    this.addSql(`create index "misconduct_record_ocid_index" on "procurement"."misconduct_record" ("ocid");`);
    this.addSql(`create index "misconduct_record_jurisdiction_idx" on "procurement"."misconduct_record" ("jurisdiction");`);
    this.addSql(`create index "misconduct_record_subject_id_idx" on "procurement"."misconduct_record" ("subject_id");`);
    this.addSql(`create index "misconduct_record_subject_name_idx" on "procurement"."misconduct_record" (left("subject_name", 100));`);
    this.addSql(`create index "misconduct_record_subject_uscc_idx" on "procurement"."misconduct_record" ("subject_uscc");`);
    this.addSql(`create index "misconduct_record_subject_agency_id_idx" on "procurement"."misconduct_record" ("subject_agency_id");`);
    this.addSql(`create index "misconduct_record_role_idx" on "procurement"."misconduct_record" ("role");`);
    this.addSql(`create index "misconduct_record_reason_idx" on "procurement"."misconduct_record" (left("reason", 100));`);
    this.addSql(`create index "misconduct_record_decision_no_idx" on "procurement"."misconduct_record" (left("decision_no", 100));`);
    this.addSql(`create index "misconduct_record_decided_on_idx" on "procurement"."misconduct_record" ("decided_on" nulls first, "id");`);
    this.addSql(`create index "misconduct_record_banned_idx" on "procurement"."misconduct_record" ("banned");`);
    this.addSql(`create index "misconduct_record_banned_from_idx" on "procurement"."misconduct_record" ("banned_from" nulls first, "id");`);
    this.addSql(`create index "misconduct_record_banned_to_idx" on "procurement"."misconduct_record" ("banned_to" nulls first, "id");`);
    this.addSql(`create index "misconduct_record_issuing_body_id_idx" on "procurement"."misconduct_record" ("issuing_body_id");`);
    this.addSql(`create index "misconduct_record_issuing_body_name_idx" on "procurement"."misconduct_record" (left("issuing_body_name", 100));`);
    this.addSql(`create index "misconduct_record_issuing_body_uscc_idx" on "procurement"."misconduct_record" ("issuing_body_uscc");`);
    this.addSql(`create index "misconduct_record_issuing_body_agency_id_idx" on "procurement"."misconduct_record" ("issuing_body_agency_id");`);
    this.addSql(`create index "misconduct_record_revoked_idx" on "procurement"."misconduct_record" ("revoked");`);
    this.addSql(`create index "misconduct_record_revoked_on_idx" on "procurement"."misconduct_record" ("revoked_on" nulls first, "id");`);
    this.addSql(`create index "misconduct_record_search_idx" on "procurement"."misconduct_record" using gin (hub.bigrams(search_text));`);

    this.addSql(`create table "procurement"."process_party" ("id" text not null, "jurisdiction" text not null, "local_id" text null, "party_scheme" text null, "party_id" text null, "party_name" text null, "party_uscc" text null, "party_agency_id" text null, "roles" text[] null, "address" text null, "source" text null, "ocid" text not null, primary key ("id"));`);
    this.addSql(`create index "process_party_ocid_index" on "procurement"."process_party" ("ocid");`);
    this.addSql(`create index "process_party_jurisdiction_idx" on "procurement"."process_party" ("jurisdiction");`);
    this.addSql(`create index "process_party_local_id_idx" on "procurement"."process_party" ("local_id");`);
    this.addSql(`create index "process_party_party_id_idx" on "procurement"."process_party" ("party_id");`);
    this.addSql(`create index "process_party_party_name_idx" on "procurement"."process_party" (left("party_name", 100));`);
    this.addSql(`create index "process_party_party_uscc_idx" on "procurement"."process_party" ("party_uscc");`);
    this.addSql(`create index "process_party_party_agency_id_idx" on "procurement"."process_party" ("party_agency_id");`);
    this.addSql(`create index "process_party_roles_idx" on "procurement"."process_party" using gin ("roles");`);

    this.addSql(`create table "procurement"."procurement_agent" ("uscc" text not null, "jurisdiction" text not null, "name" text collate "zh-x-icu" not null, "kind" text null, "region_code" text null, "region_edition" text null, "qualification" text null, "registered_on" date null, "phone" text null, "source" text null, "search_text" text generated always as (hub.fold_text(coalesce("name", ''))) stored null, primary key ("uscc"));`);
    this.addSql(`create index "procurement_agent_jurisdiction_idx" on "procurement"."procurement_agent" ("jurisdiction");`);
    this.addSql(`create index "procurement_agent_name_idx" on "procurement"."procurement_agent" ("name", "uscc");`);
    this.addSql(`create index "procurement_agent_kind_idx" on "procurement"."procurement_agent" ("kind");`);
    this.addSql(`create index "procurement_agent_region_code_idx" on "procurement"."procurement_agent" ("region_code");`);
    this.addSql(`create index "procurement_agent_qualification_idx" on "procurement"."procurement_agent" (left("qualification", 100));`);
    this.addSql(`create index "procurement_agent_registered_on_idx" on "procurement"."procurement_agent" ("registered_on" nulls first, "uscc");`);
    this.addSql(`create index "procurement_agent_search_idx" on "procurement"."procurement_agent" using gin (hub.bigrams(search_text));`);

    this.addSql(`create table "procurement"."project_link" ("id" text not null, "jurisdiction" text not null, "project_id" text not null, "decided_by" text null, "reason" text null, "decided_on" date null, "source" text null, "ocid" text not null, primary key ("id"));`);
    this.addSql(`create index "project_link_ocid_index" on "procurement"."project_link" ("ocid");`);
    this.addSql(`create index "project_link_jurisdiction_idx" on "procurement"."project_link" ("jurisdiction");`);
    this.addSql(`create index "project_link_project_id_idx" on "procurement"."project_link" ("project_id");`);
    this.addSql(`create index "project_link_decided_on_idx" on "procurement"."project_link" ("decided_on" nulls first, "id");`);

    this.addSql(`create table "procurement"."release" ("id" text not null, "jurisdiction" text not null, "ocid" text not null, "release_id" text null, "released_at" timestamptz(3) null, "tags" text[] null, "compiled" boolean not null, "publisher" text null, "source" text not null, "pointer" text not null, "body" jsonb not null, "linked_ids" text[] null, "linked_dates" text[] null, "pending" boolean not null, primary key ("id"));`);
    this.addSql(`create index "release_jurisdiction_idx" on "procurement"."release" ("jurisdiction");`);
    this.addSql(`create index "release_ocid_idx" on "procurement"."release" ("ocid");`);
    this.addSql(`create index "release_release_id_idx" on "procurement"."release" ("release_id");`);
    this.addSql(`create index "release_released_at_idx" on "procurement"."release" ("released_at" nulls first, "id");`);
    this.addSql(`create index "release_tags_idx" on "procurement"."release" using gin ("tags");`);
    this.addSql(`create index "release_compiled_idx" on "procurement"."release" ("compiled");`);
    this.addSql(`create index "release_pending_idx" on "procurement"."release" ("pending");`);

    this.addSql(`create table "procurement"."tender" ("id" text not null, "jurisdiction" text not null, "local_id" text null, "title" text null, "description" text null, "status" text null, "published_on" date null, "amount" numeric null, "currency" text null, "min_amount" numeric null, "min_currency" text null, "ceiling_amount" numeric null, "ceiling_currency" text null, "tender_start_at" timestamptz(3) null, "tender_end_at" timestamptz(3) null, "enquiry_start_at" timestamptz(3) null, "enquiry_end_at" timestamptz(3) null, "award_start_at" timestamptz(3) null, "award_end_at" timestamptz(3) null, "contract_start_on" date null, "contract_end_on" date null, "bid_opening_at" timestamptz(3) null, "award_criteria" text null, "award_criteria_details" text null, "submission_method" text[] null, "submission_method_details" text null, "eligibility_criteria" text null, "has_enquiries" boolean null, "number_of_tenderers" integer null, "tenderers_listed" integer null, "source" text null, "ocid" text not null, "search_text" text generated always as (hub.fold_text(coalesce("title", ''))) stored null, primary key ("id"));`);
    this.addSql(`create index "tender_ocid_index" on "procurement"."tender" ("ocid");`);
    this.addSql(`create index "tender_jurisdiction_idx" on "procurement"."tender" ("jurisdiction");`);
    this.addSql(`create index "tender_local_id_idx" on "procurement"."tender" ("local_id");`);
    this.addSql(`create index "tender_title_idx" on "procurement"."tender" ("title" nulls first, "id");`);
    this.addSql(`create index "tender_status_idx" on "procurement"."tender" ("status");`);
    this.addSql(`create index "tender_published_on_idx" on "procurement"."tender" ("published_on" nulls first, "id");`);
    this.addSql(`create index "tender_amount_idx" on "procurement"."tender" ("amount" nulls first, "id");`);
    this.addSql(`create index "tender_currency_idx" on "procurement"."tender" ("currency");`);
    this.addSql(`create index "tender_min_amount_idx" on "procurement"."tender" ("min_amount" nulls first, "id");`);
    this.addSql(`create index "tender_min_currency_idx" on "procurement"."tender" ("min_currency");`);
    this.addSql(`create index "tender_ceiling_amount_idx" on "procurement"."tender" ("ceiling_amount" nulls first, "id");`);
    this.addSql(`create index "tender_ceiling_currency_idx" on "procurement"."tender" ("ceiling_currency");`);
    this.addSql(`create index "tender_tender_start_at_idx" on "procurement"."tender" ("tender_start_at" nulls first, "id");`);
    this.addSql(`create index "tender_tender_end_at_idx" on "procurement"."tender" ("tender_end_at" nulls first, "id");`);
    this.addSql(`create index "tender_bid_opening_at_idx" on "procurement"."tender" ("bid_opening_at" nulls first, "id");`);
    this.addSql(`create index "tender_award_criteria_idx" on "procurement"."tender" (left("award_criteria", 100));`);
    this.addSql(`create index "tender_submission_method_idx" on "procurement"."tender" using gin ("submission_method");`);
    this.addSql(`create index "tender_has_enquiries_idx" on "procurement"."tender" ("has_enquiries");`);
    this.addSql(`create index "tender_number_of_tenderers_idx" on "procurement"."tender" ("number_of_tenderers" nulls first, "id");`);
    this.addSql(`create index "tender_tenderers_listed_idx" on "procurement"."tender" ("tenderers_listed" nulls first, "id");`);
    this.addSql(`create index "tender_search_idx" on "procurement"."tender" using gin (hub.bigrams(search_text));`);

    this.addSql(`create table "procurement"."lot" ("id" text not null, "jurisdiction" text not null, "local_id" text null, "title" text null, "description" text null, "status" text null, "amount" numeric null, "currency" text null, "source" text null, "ocid" text not null, "tender_id" text not null, primary key ("id"));`);
    this.addSql(`create index "lot_ocid_index" on "procurement"."lot" ("ocid");`);
    this.addSql(`create index "lot_tender_id_index" on "procurement"."lot" ("tender_id");`);
    this.addSql(`create index "lot_jurisdiction_idx" on "procurement"."lot" ("jurisdiction");`);
    this.addSql(`create index "lot_local_id_idx" on "procurement"."lot" ("local_id" nulls first, "id");`);
    this.addSql(`create index "lot_title_idx" on "procurement"."lot" ("title" nulls first, "id");`);
    this.addSql(`create index "lot_status_idx" on "procurement"."lot" ("status");`);
    this.addSql(`create index "lot_amount_idx" on "procurement"."lot" ("amount" nulls first, "id");`);
    this.addSql(`create index "lot_currency_idx" on "procurement"."lot" ("currency");`);

    this.addSql(`create table "procurement"."candidate_notice" ("id" text not null, "jurisdiction" text not null, "rank" integer null, "candidate_scheme" text null, "candidate_id" text null, "candidate_name" text null, "candidate_uscc" text null, "candidate_agency_id" text null, "amount" numeric null, "currency" text null, "evaluation_score" numeric null, "notice_from" date null, "notice_to" date null, "source" text null, "ocid" text not null, "lot_id" text null, primary key ("id"));`);
    this.addSql(`create index "candidate_notice_ocid_index" on "procurement"."candidate_notice" ("ocid");`);
    this.addSql(`create index "candidate_notice_lot_id_index" on "procurement"."candidate_notice" ("lot_id");`);
    this.addSql(`create index "candidate_notice_jurisdiction_idx" on "procurement"."candidate_notice" ("jurisdiction");`);
    this.addSql(`create index "candidate_notice_rank_idx" on "procurement"."candidate_notice" ("rank" nulls first, "id");`);
    this.addSql(`create index "candidate_notice_candidate_id_idx" on "procurement"."candidate_notice" ("candidate_id");`);
    this.addSql(`create index "candidate_notice_candidate_name_idx" on "procurement"."candidate_notice" (left("candidate_name", 100));`);
    this.addSql(`create index "candidate_notice_candidate_uscc_idx" on "procurement"."candidate_notice" ("candidate_uscc");`);
    this.addSql(`create index "candidate_notice_candidate_agency_id_idx" on "procurement"."candidate_notice" ("candidate_agency_id");`);
    this.addSql(`create index "candidate_notice_amount_idx" on "procurement"."candidate_notice" ("amount" nulls first, "id");`);
    this.addSql(`create index "candidate_notice_currency_idx" on "procurement"."candidate_notice" ("currency");`);
    this.addSql(`create index "candidate_notice_evaluation_score_idx" on "procurement"."candidate_notice" ("evaluation_score" nulls first, "id");`);
    this.addSql(`create index "candidate_notice_notice_from_idx" on "procurement"."candidate_notice" ("notice_from" nulls first, "id");`);
    this.addSql(`create index "candidate_notice_notice_to_idx" on "procurement"."candidate_notice" ("notice_to" nulls first, "id");`);

    this.addSql(`create table "procurement"."bid_opening" ("id" text not null, "jurisdiction" text not null, "opened_at" timestamptz(3) null, "address" text null, "host" text null, "participants" text null, "number_of_bids" integer null, "record" text null, "url" text null, "source" text null, "ocid" text not null, "lot_id" text null, primary key ("id"));`);
    this.addSql(`create index "bid_opening_ocid_index" on "procurement"."bid_opening" ("ocid");`);
    this.addSql(`create index "bid_opening_lot_id_index" on "procurement"."bid_opening" ("lot_id");`);
    this.addSql(`create index "bid_opening_jurisdiction_idx" on "procurement"."bid_opening" ("jurisdiction");`);
    this.addSql(`create index "bid_opening_opened_at_idx" on "procurement"."bid_opening" ("opened_at" nulls first, "id");`);
    this.addSql(`create index "bid_opening_host_idx" on "procurement"."bid_opening" (left("host", 100));`);
    this.addSql(`create index "bid_opening_number_of_bids_idx" on "procurement"."bid_opening" ("number_of_bids" nulls first, "id");`);

    this.addSql(`create table "procurement"."bid" ("id" text not null, "jurisdiction" text not null, "local_id" text null, "tenderer_scheme" text null, "tenderer_id" text null, "tenderer_name" text null, "tenderer_uscc" text null, "tenderer_agency_id" text null, "status" text null, "submitted_at" timestamptz(3) null, "amount" numeric null, "currency" text null, "price_form" text null, "price_text" text null, "score" numeric null, "rank" integer null, "is_winner" boolean null, "source" text null, "ocid" text not null, "lot_id" text null, primary key ("id"));`);
    this.addSql(`create index "bid_ocid_index" on "procurement"."bid" ("ocid");`);
    this.addSql(`create index "bid_lot_id_index" on "procurement"."bid" ("lot_id");`);
    this.addSql(`create index "bid_jurisdiction_idx" on "procurement"."bid" ("jurisdiction");`);
    this.addSql(`create index "bid_tenderer_id_idx" on "procurement"."bid" ("tenderer_id");`);
    this.addSql(`create index "bid_tenderer_name_idx" on "procurement"."bid" (left("tenderer_name", 100));`);
    this.addSql(`create index "bid_tenderer_uscc_idx" on "procurement"."bid" ("tenderer_uscc");`);
    this.addSql(`create index "bid_tenderer_agency_id_idx" on "procurement"."bid" ("tenderer_agency_id");`);
    this.addSql(`create index "bid_status_idx" on "procurement"."bid" ("status");`);
    this.addSql(`create index "bid_submitted_at_idx" on "procurement"."bid" ("submitted_at" nulls first, "id");`);
    this.addSql(`create index "bid_amount_idx" on "procurement"."bid" ("amount" nulls first, "id");`);
    this.addSql(`create index "bid_currency_idx" on "procurement"."bid" ("currency");`);
    this.addSql(`create index "bid_price_form_idx" on "procurement"."bid" ("price_form");`);
    this.addSql(`create index "bid_score_idx" on "procurement"."bid" ("score" nulls first, "id");`);
    this.addSql(`create index "bid_rank_idx" on "procurement"."bid" ("rank" nulls first, "id");`);
    this.addSql(`create index "bid_is_winner_idx" on "procurement"."bid" ("is_winner");`);

    this.addSql(`create table "procurement"."bid_tenderer" ("id" text not null, "jurisdiction" text not null, "position" integer null, "party_scheme" text null, "party_id" text null, "party_name" text null, "party_uscc" text null, "party_agency_id" text null, "share_percent" numeric null, "source" text null, "ocid" text not null, "bid_id" text not null, primary key ("id"));`);
    this.addSql(`create index "bid_tenderer_ocid_index" on "procurement"."bid_tenderer" ("ocid");`);
    this.addSql(`create index "bid_tenderer_bid_id_index" on "procurement"."bid_tenderer" ("bid_id");`);
    this.addSql(`create index "bid_tenderer_jurisdiction_idx" on "procurement"."bid_tenderer" ("jurisdiction");`);
    this.addSql(`create index "bid_tenderer_position_idx" on "procurement"."bid_tenderer" ("position" nulls first, "id");`);
    this.addSql(`create index "bid_tenderer_party_id_idx" on "procurement"."bid_tenderer" ("party_id");`);
    this.addSql(`create index "bid_tenderer_party_name_idx" on "procurement"."bid_tenderer" (left("party_name", 100));`);
    this.addSql(`create index "bid_tenderer_party_uscc_idx" on "procurement"."bid_tenderer" ("party_uscc");`);
    this.addSql(`create index "bid_tenderer_party_agency_id_idx" on "procurement"."bid_tenderer" ("party_agency_id");`);
    this.addSql(`create index "bid_tenderer_share_percent_idx" on "procurement"."bid_tenderer" ("share_percent" nulls first, "id");`);

    this.addSql(`create table "procurement"."award" ("id" text not null, "jurisdiction" text not null, "local_id" text null, "title" text null, "description" text null, "status" text null, "rank" integer null, "awarded_on" date null, "amount" numeric null, "currency" text null, "price_form" text null, "price_text" text null, "supplier_scheme" text null, "supplier_id" text null, "supplier_name" text null, "supplier_uscc" text null, "supplier_agency_id" text null, "contract_start_on" date null, "contract_end_on" date null, "source" text null, "ocid" text not null, "lot_id" text null, primary key ("id"));`);
    this.addSql(`create index "award_ocid_index" on "procurement"."award" ("ocid");`);
    this.addSql(`create index "award_lot_id_index" on "procurement"."award" ("lot_id");`);
    this.addSql(`create index "award_jurisdiction_idx" on "procurement"."award" ("jurisdiction");`);
    this.addSql(`create index "award_local_id_idx" on "procurement"."award" ("local_id");`);
    this.addSql(`create index "award_title_idx" on "procurement"."award" ("title" nulls first, "id");`);
    this.addSql(`create index "award_status_idx" on "procurement"."award" ("status");`);
    this.addSql(`create index "award_rank_idx" on "procurement"."award" ("rank" nulls first, "id");`);
    this.addSql(`create index "award_awarded_on_idx" on "procurement"."award" ("awarded_on" nulls first, "id");`);
    this.addSql(`create index "award_amount_idx" on "procurement"."award" ("amount" nulls first, "id");`);
    this.addSql(`create index "award_currency_idx" on "procurement"."award" ("currency");`);
    this.addSql(`create index "award_price_form_idx" on "procurement"."award" ("price_form");`);
    this.addSql(`create index "award_supplier_id_idx" on "procurement"."award" ("supplier_id");`);
    this.addSql(`create index "award_supplier_name_idx" on "procurement"."award" (left("supplier_name", 100));`);
    this.addSql(`create index "award_supplier_uscc_idx" on "procurement"."award" ("supplier_uscc");`);
    this.addSql(`create index "award_supplier_agency_id_idx" on "procurement"."award" ("supplier_agency_id");`);

    this.addSql(`create table "procurement"."contract" ("id" text not null, "jurisdiction" text not null, "local_id" text null, "title" text null, "description" text null, "status" text null, "signed_on" date null, "start_on" date null, "end_on" date null, "amount" numeric null, "currency" text null, "buyer_scheme" text null, "buyer_id" text null, "buyer_name" text null, "buyer_uscc" text null, "buyer_agency_id" text null, "supplier_scheme" text null, "supplier_id" text null, "supplier_name" text null, "supplier_uscc" text null, "supplier_agency_id" text null, "source" text null, "ocid" text not null, "award_id" text null, "search_text" text generated always as (hub.fold_text(coalesce("title", ''))) stored null, primary key ("id"));`);
    this.addSql(`create index "contract_ocid_index" on "procurement"."contract" ("ocid");`);
    this.addSql(`create index "contract_award_id_index" on "procurement"."contract" ("award_id");`);
    this.addSql(`create index "contract_jurisdiction_idx" on "procurement"."contract" ("jurisdiction");`);
    this.addSql(`create index "contract_local_id_idx" on "procurement"."contract" ("local_id" nulls first, "id");`);
    this.addSql(`create index "contract_title_idx" on "procurement"."contract" ("title" nulls first, "id");`);
    this.addSql(`create index "contract_status_idx" on "procurement"."contract" ("status");`);
    this.addSql(`create index "contract_signed_on_idx" on "procurement"."contract" ("signed_on" nulls first, "id");`);
    this.addSql(`create index "contract_start_on_idx" on "procurement"."contract" ("start_on" nulls first, "id");`);
    this.addSql(`create index "contract_end_on_idx" on "procurement"."contract" ("end_on" nulls first, "id");`);
    this.addSql(`create index "contract_amount_idx" on "procurement"."contract" ("amount" nulls first, "id");`);
    this.addSql(`create index "contract_currency_idx" on "procurement"."contract" ("currency");`);
    this.addSql(`create index "contract_buyer_id_idx" on "procurement"."contract" ("buyer_id");`);
    this.addSql(`create index "contract_buyer_name_idx" on "procurement"."contract" (left("buyer_name", 100));`);
    this.addSql(`create index "contract_buyer_uscc_idx" on "procurement"."contract" ("buyer_uscc");`);
    this.addSql(`create index "contract_buyer_agency_id_idx" on "procurement"."contract" ("buyer_agency_id");`);
    this.addSql(`create index "contract_supplier_id_idx" on "procurement"."contract" ("supplier_id");`);
    this.addSql(`create index "contract_supplier_name_idx" on "procurement"."contract" (left("supplier_name", 100));`);
    this.addSql(`create index "contract_supplier_uscc_idx" on "procurement"."contract" ("supplier_uscc");`);
    this.addSql(`create index "contract_supplier_agency_id_idx" on "procurement"."contract" ("supplier_agency_id");`);
    this.addSql(`create index "contract_search_idx" on "procurement"."contract" using gin (hub.bigrams(search_text));`);

    this.addSql(`create table "procurement"."process_milestone" ("id" text not null, "jurisdiction" text not null, "stage" text null, "local_id" text null, "milestone_type" text null, "title" text null, "description" text null, "status" text null, "due_on" date null, "met_on" date null, "source" text null, "ocid" text not null, "contract_id" text null, primary key ("id"));`);
    this.addSql(`create index "process_milestone_ocid_index" on "procurement"."process_milestone" ("ocid");`);
    this.addSql(`create index "process_milestone_contract_id_index" on "procurement"."process_milestone" ("contract_id");`);
    this.addSql(`create index "process_milestone_jurisdiction_idx" on "procurement"."process_milestone" ("jurisdiction");`);
    this.addSql(`create index "process_milestone_stage_idx" on "procurement"."process_milestone" ("stage");`);
    this.addSql(`create index "process_milestone_milestone_type_idx" on "procurement"."process_milestone" (left("milestone_type", 100));`);
    this.addSql(`create index "process_milestone_title_idx" on "procurement"."process_milestone" (left("title", 100));`);
    this.addSql(`create index "process_milestone_status_idx" on "procurement"."process_milestone" ("status");`);
    this.addSql(`create index "process_milestone_due_on_idx" on "procurement"."process_milestone" ("due_on" nulls first, "id");`);
    this.addSql(`create index "process_milestone_met_on_idx" on "procurement"."process_milestone" ("met_on" nulls first, "id");`);

    this.addSql(`create table "procurement"."process_document" ("id" text not null, "jurisdiction" text not null, "stage" text null, "local_id" text null, "document_type" text null, "title" text null, "description" text null, "url" text null, "published_on" date null, "format" text null, "language" text null, "source" text null, "ocid" text not null, "award_id" text null, "contract_id" text null, primary key ("id"));`);
    this.addSql(`create index "process_document_ocid_index" on "procurement"."process_document" ("ocid");`);
    this.addSql(`create index "process_document_award_id_index" on "procurement"."process_document" ("award_id");`);
    this.addSql(`create index "process_document_contract_id_index" on "procurement"."process_document" ("contract_id");`);
    this.addSql(`create index "process_document_jurisdiction_idx" on "procurement"."process_document" ("jurisdiction");`);
    this.addSql(`create index "process_document_stage_idx" on "procurement"."process_document" ("stage");`);
    this.addSql(`create index "process_document_document_type_idx" on "procurement"."process_document" (left("document_type", 100));`);
    this.addSql(`create index "process_document_title_idx" on "procurement"."process_document" ("title" nulls first, "id");`);
    this.addSql(`create index "process_document_published_on_idx" on "procurement"."process_document" ("published_on" nulls first, "id");`);
    this.addSql(`create index "process_document_format_idx" on "procurement"."process_document" (left("format", 100));`);

    this.addSql(`create table "procurement"."contract_transaction" ("id" text not null, "jurisdiction" text not null, "local_id" text null, "paid_on" date null, "amount" numeric null, "currency" text null, "payer_scheme" text null, "payer_id" text null, "payer_name" text null, "payer_uscc" text null, "payer_agency_id" text null, "payee_scheme" text null, "payee_id" text null, "payee_name" text null, "payee_uscc" text null, "payee_agency_id" text null, "reference" text null, "budget_line_id" text null, "transaction_source" text null, "uri" text null, "source" text null, "ocid" text not null, "contract_id" text not null, primary key ("id"));`);
    this.addSql(`create index "contract_transaction_ocid_index" on "procurement"."contract_transaction" ("ocid");`);
    this.addSql(`create index "contract_transaction_contract_id_index" on "procurement"."contract_transaction" ("contract_id");`);
    this.addSql(`create index "contract_transaction_jurisdiction_idx" on "procurement"."contract_transaction" ("jurisdiction");`);
    this.addSql(`create index "contract_transaction_paid_on_idx" on "procurement"."contract_transaction" ("paid_on" nulls first, "id");`);
    this.addSql(`create index "contract_transaction_amount_idx" on "procurement"."contract_transaction" ("amount" nulls first, "id");`);
    this.addSql(`create index "contract_transaction_currency_idx" on "procurement"."contract_transaction" ("currency");`);
    this.addSql(`create index "contract_transaction_payer_id_idx" on "procurement"."contract_transaction" ("payer_id");`);
    this.addSql(`create index "contract_transaction_payer_name_idx" on "procurement"."contract_transaction" (left("payer_name", 100));`);
    this.addSql(`create index "contract_transaction_payer_uscc_idx" on "procurement"."contract_transaction" ("payer_uscc");`);
    this.addSql(`create index "contract_transaction_payer_agency_id_idx" on "procurement"."contract_transaction" ("payer_agency_id");`);
    this.addSql(`create index "contract_transaction_payee_id_idx" on "procurement"."contract_transaction" ("payee_id");`);
    this.addSql(`create index "contract_transaction_payee_name_idx" on "procurement"."contract_transaction" (left("payee_name", 100));`);
    this.addSql(`create index "contract_transaction_payee_uscc_idx" on "procurement"."contract_transaction" ("payee_uscc");`);
    this.addSql(`create index "contract_transaction_payee_agency_id_idx" on "procurement"."contract_transaction" ("payee_agency_id");`);
    this.addSql(`create index "contract_transaction_reference_idx" on "procurement"."contract_transaction" (left("reference", 100));`);
    this.addSql(`create index "contract_transaction_budget_line_id_idx" on "procurement"."contract_transaction" ("budget_line_id");`);

    this.addSql(`create table "procurement"."contract_supplier" ("id" text not null, "jurisdiction" text not null, "position" integer null, "supplier_scheme" text null, "supplier_id" text null, "supplier_name" text null, "supplier_uscc" text null, "supplier_agency_id" text null, "source" text null, "ocid" text not null, "contract_id" text not null, primary key ("id"));`);
    this.addSql(`create index "contract_supplier_ocid_index" on "procurement"."contract_supplier" ("ocid");`);
    this.addSql(`create index "contract_supplier_contract_id_index" on "procurement"."contract_supplier" ("contract_id");`);
    this.addSql(`create index "contract_supplier_jurisdiction_idx" on "procurement"."contract_supplier" ("jurisdiction");`);
    this.addSql(`create index "contract_supplier_position_idx" on "procurement"."contract_supplier" ("position" nulls first, "id");`);
    this.addSql(`create index "contract_supplier_supplier_id_idx" on "procurement"."contract_supplier" ("supplier_id");`);
    this.addSql(`create index "contract_supplier_supplier_name_idx" on "procurement"."contract_supplier" (left("supplier_name", 100));`);
    this.addSql(`create index "contract_supplier_supplier_uscc_idx" on "procurement"."contract_supplier" ("supplier_uscc");`);
    this.addSql(`create index "contract_supplier_supplier_agency_id_idx" on "procurement"."contract_supplier" ("supplier_agency_id");`);

    this.addSql(`create table "procurement"."award_supplier" ("id" text not null, "jurisdiction" text not null, "position" integer null, "supplier_scheme" text null, "supplier_id" text null, "supplier_name" text null, "supplier_uscc" text null, "supplier_agency_id" text null, "source" text null, "ocid" text not null, "award_id" text not null, primary key ("id"));`);
    this.addSql(`create index "award_supplier_ocid_index" on "procurement"."award_supplier" ("ocid");`);
    this.addSql(`create index "award_supplier_award_id_index" on "procurement"."award_supplier" ("award_id");`);
    this.addSql(`create index "award_supplier_jurisdiction_idx" on "procurement"."award_supplier" ("jurisdiction");`);
    this.addSql(`create index "award_supplier_position_idx" on "procurement"."award_supplier" ("position" nulls first, "id");`);
    this.addSql(`create index "award_supplier_supplier_id_idx" on "procurement"."award_supplier" ("supplier_id");`);
    this.addSql(`create index "award_supplier_supplier_name_idx" on "procurement"."award_supplier" (left("supplier_name", 100));`);
    this.addSql(`create index "award_supplier_supplier_uscc_idx" on "procurement"."award_supplier" ("supplier_uscc");`);
    this.addSql(`create index "award_supplier_supplier_agency_id_idx" on "procurement"."award_supplier" ("supplier_agency_id");`);

    this.addSql(`create table "procurement"."amendment" ("id" text not null, "jurisdiction" text not null, "stage" text null, "local_id" text null, "sequence" integer null, "amended_on" date null, "rationale" text null, "description" text null, "amount_before" numeric null, "amount_after" numeric null, "amount_delta" numeric null, "currency" text null, "source" text null, "ocid" text not null, "award_id" text null, "contract_id" text null, primary key ("id"));`);
    this.addSql(`create index "amendment_ocid_index" on "procurement"."amendment" ("ocid");`);
    this.addSql(`create index "amendment_award_id_index" on "procurement"."amendment" ("award_id");`);
    this.addSql(`create index "amendment_contract_id_index" on "procurement"."amendment" ("contract_id");`);
    this.addSql(`create index "amendment_jurisdiction_idx" on "procurement"."amendment" ("jurisdiction");`);
    this.addSql(`create index "amendment_stage_idx" on "procurement"."amendment" ("stage");`);
    this.addSql(`create index "amendment_sequence_idx" on "procurement"."amendment" ("sequence" nulls first, "id");`);
    this.addSql(`create index "amendment_amended_on_idx" on "procurement"."amendment" ("amended_on" nulls first, "id");`);
    this.addSql(`create index "amendment_amount_before_idx" on "procurement"."amendment" ("amount_before" nulls first, "id");`);
    this.addSql(`create index "amendment_amount_after_idx" on "procurement"."amendment" ("amount_after" nulls first, "id");`);
    this.addSql(`create index "amendment_amount_delta_idx" on "procurement"."amendment" ("amount_delta" nulls first, "id");`);
    this.addSql(`create index "amendment_currency_idx" on "procurement"."amendment" ("currency");`);

    this.addSql(`create table "procurement"."item" ("id" text not null, "jurisdiction" text not null, "stage" text null, "local_id" text null, "description" text null, "classification_scheme" text null, "classification_id" text null, "classification_description" text null, "additional_classifications" text[] null, "quantity" numeric null, "unit_name" text null, "unit_amount" numeric null, "unit_currency" text null, "source" text null, "ocid" text not null, "tender_id" text null, "award_id" text null, "contract_id" text null, "lot_id" text null, "search_text" text generated always as (hub.fold_text(coalesce("description", ''))) stored null, primary key ("id"));`);
    this.addSql(`create index "item_ocid_index" on "procurement"."item" ("ocid");`);
    this.addSql(`create index "item_tender_id_index" on "procurement"."item" ("tender_id");`);
    this.addSql(`create index "item_award_id_index" on "procurement"."item" ("award_id");`);
    this.addSql(`create index "item_contract_id_index" on "procurement"."item" ("contract_id");`);
    this.addSql(`create index "item_lot_id_index" on "procurement"."item" ("lot_id");`);
    this.addSql(`create index "item_jurisdiction_idx" on "procurement"."item" ("jurisdiction");`);
    this.addSql(`create index "item_stage_idx" on "procurement"."item" ("stage");`);
    this.addSql(`create index "item_description_idx" on "procurement"."item" (left("description", 100));`);
    this.addSql(`create index "item_classification_scheme_idx" on "procurement"."item" (left("classification_scheme", 100));`);
    this.addSql(`create index "item_classification_id_idx" on "procurement"."item" ("classification_id");`);
    this.addSql(`create index "item_classification_description_idx" on "procurement"."item" (left("classification_description", 100));`);
    this.addSql(`create index "item_additional_classifications_idx" on "procurement"."item" using gin ("additional_classifications");`);
    this.addSql(`create index "item_quantity_idx" on "procurement"."item" ("quantity" nulls first, "id");`);
    this.addSql(`create index "item_unit_name_idx" on "procurement"."item" (left("unit_name", 100));`);
    this.addSql(`create index "item_unit_amount_idx" on "procurement"."item" ("unit_amount" nulls first, "id");`);
    this.addSql(`create index "item_unit_currency_idx" on "procurement"."item" ("unit_currency");`);
    this.addSql(`create index "item_search_idx" on "procurement"."item" using gin (hub.bigrams(search_text));`);

    this.addSql(`alter table "procurement"."catalogue_item" add constraint "catalogue_item_category_check" check (category in ('GOODS', 'WORKS', 'SERVICES'));`);

    this.addSql(`alter table "procurement"."central_catalogue_entry" add constraint "central_catalogue_entry_kind_check" check (kind in ('CATALOGUE', 'DECENTRAL_LIMIT', 'OPEN_TENDER_LIMIT'));`);

    this.addSql(`alter table "procurement"."contracting_process" add constraint "contracting_process_main_procurement_category_check" check (main_procurement_category in ('GOODS', 'WORKS', 'SERVICES'));`);
    this.addSql(`alter table "procurement"."contracting_process" add constraint "contracting_process_procurement_method_check" check (procurement_method in ('OPEN', 'SELECTIVE', 'LIMITED', 'DIRECT'));`);
    this.addSql(`alter table "procurement"."contracting_process" add constraint "contracting_process_status_stage_check" check (status_stage in ('PLANNING', 'TENDER', 'AWARD', 'CONTRACT', 'IMPLEMENTATION', 'CLOSED', 'CANCELLED', 'UNSUCCESSFUL'));`);
    this.addSql(`alter table "procurement"."contracting_process" add constraint "contracting_process_project_link_method_check" check (project_link_method in ('EXACT', 'NORMALISED_NAME', 'MANUAL'));`);

    this.addSql(`alter table "procurement"."complaint" add constraint "complaint_ocid_foreign" foreign key ("ocid") references "procurement"."contracting_process" ("ocid") on delete set null deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."complaint" add constraint "complaint_kind_check" check (kind in ('QUESTION', 'COMPLAINT'));`);
    this.addSql(`alter table "procurement"."complaint" add constraint "complaint_result_check" check (result in ('UPHELD', 'PARTLY_UPHELD', 'REJECTED', 'WITHDRAWN', 'PENDING'));`);

    this.addSql(`alter table "procurement"."misconduct_record" add constraint "misconduct_record_ocid_foreign" foreign key ("ocid") references "procurement"."contracting_process" ("ocid") on delete set null deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."misconduct_record" add constraint "misconduct_record_role_check" check (role in ('BUYER', 'AGENT', 'SUPPLIER', 'EXPERT'));`);

    this.addSql(`alter table "procurement"."process_party" add constraint "process_party_ocid_foreign" foreign key ("ocid") references "procurement"."contracting_process" ("ocid") deferrable initially immediate;`);

    this.addSql(`alter table "procurement"."procurement_agent" add constraint "procurement_agent_kind_check" check (kind in ('CENTRAL', 'SOCIAL'));`);

    this.addSql(`alter table "procurement"."project_link" add constraint "project_link_ocid_foreign" foreign key ("ocid") references "procurement"."contracting_process" ("ocid") deferrable initially immediate;`);

    this.addSql(`alter table "procurement"."tender" add constraint "tender_ocid_foreign" foreign key ("ocid") references "procurement"."contracting_process" ("ocid") deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."tender" add constraint "tender_status_check" check (status in ('PLANNING', 'PLANNED', 'ACTIVE', 'CANCELLED', 'UNSUCCESSFUL', 'COMPLETE', 'WITHDRAWN'));`);

    this.addSql(`alter table "procurement"."lot" add constraint "lot_ocid_foreign" foreign key ("ocid") references "procurement"."contracting_process" ("ocid") deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."lot" add constraint "lot_tender_id_foreign" foreign key ("tender_id") references "procurement"."tender" ("id") deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."lot" add constraint "lot_status_check" check (status in ('PLANNING', 'PLANNED', 'ACTIVE', 'CANCELLED', 'UNSUCCESSFUL', 'COMPLETE', 'WITHDRAWN'));`);

    this.addSql(`alter table "procurement"."candidate_notice" add constraint "candidate_notice_ocid_foreign" foreign key ("ocid") references "procurement"."contracting_process" ("ocid") deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."candidate_notice" add constraint "candidate_notice_lot_id_foreign" foreign key ("lot_id") references "procurement"."lot" ("id") on delete set null deferrable initially immediate;`);

    this.addSql(`alter table "procurement"."bid_opening" add constraint "bid_opening_ocid_foreign" foreign key ("ocid") references "procurement"."contracting_process" ("ocid") deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."bid_opening" add constraint "bid_opening_lot_id_foreign" foreign key ("lot_id") references "procurement"."lot" ("id") on delete set null deferrable initially immediate;`);

    this.addSql(`alter table "procurement"."bid" add constraint "bid_ocid_foreign" foreign key ("ocid") references "procurement"."contracting_process" ("ocid") deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."bid" add constraint "bid_lot_id_foreign" foreign key ("lot_id") references "procurement"."lot" ("id") on delete set null deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."bid" add constraint "bid_status_check" check (status in ('INVITED', 'PENDING', 'VALID', 'DISQUALIFIED', 'WITHDRAWN'));`);
    this.addSql(`alter table "procurement"."bid" add constraint "bid_price_form_check" check (price_form in ('AMOUNT', 'RATE', 'UNIT_PRICE', 'TEXT'));`);

    this.addSql(`alter table "procurement"."bid_tenderer" add constraint "bid_tenderer_ocid_foreign" foreign key ("ocid") references "procurement"."contracting_process" ("ocid") deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."bid_tenderer" add constraint "bid_tenderer_bid_id_foreign" foreign key ("bid_id") references "procurement"."bid" ("id") deferrable initially immediate;`);

    this.addSql(`alter table "procurement"."award" add constraint "award_ocid_foreign" foreign key ("ocid") references "procurement"."contracting_process" ("ocid") deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."award" add constraint "award_lot_id_foreign" foreign key ("lot_id") references "procurement"."lot" ("id") on delete set null deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."award" add constraint "award_status_check" check (status in ('PENDING', 'ACTIVE', 'CANCELLED', 'UNSUCCESSFUL'));`);
    this.addSql(`alter table "procurement"."award" add constraint "award_price_form_check" check (price_form in ('AMOUNT', 'RATE', 'UNIT_PRICE', 'TEXT'));`);

    this.addSql(`alter table "procurement"."contract" add constraint "contract_ocid_foreign" foreign key ("ocid") references "procurement"."contracting_process" ("ocid") deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."contract" add constraint "contract_award_id_foreign" foreign key ("award_id") references "procurement"."award" ("id") on delete set null deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."contract" add constraint "contract_status_check" check (status in ('PENDING', 'ACTIVE', 'CANCELLED', 'TERMINATED'));`);

    this.addSql(`alter table "procurement"."process_milestone" add constraint "process_milestone_ocid_foreign" foreign key ("ocid") references "procurement"."contracting_process" ("ocid") deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."process_milestone" add constraint "process_milestone_contract_id_foreign" foreign key ("contract_id") references "procurement"."contract" ("id") on delete set null deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."process_milestone" add constraint "process_milestone_stage_check" check (stage in ('PLANNING', 'TENDER', 'BID', 'AWARD', 'CONTRACT', 'IMPLEMENTATION'));`);
    this.addSql(`alter table "procurement"."process_milestone" add constraint "process_milestone_status_check" check (status in ('SCHEDULED', 'MET', 'NOT_MET', 'PARTIALLY_MET'));`);

    this.addSql(`alter table "procurement"."process_document" add constraint "process_document_ocid_foreign" foreign key ("ocid") references "procurement"."contracting_process" ("ocid") deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."process_document" add constraint "process_document_award_id_foreign" foreign key ("award_id") references "procurement"."award" ("id") on delete set null deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."process_document" add constraint "process_document_contract_id_foreign" foreign key ("contract_id") references "procurement"."contract" ("id") on delete set null deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."process_document" add constraint "process_document_stage_check" check (stage in ('PLANNING', 'TENDER', 'BID', 'AWARD', 'CONTRACT', 'IMPLEMENTATION'));`);

    this.addSql(`alter table "procurement"."contract_transaction" add constraint "contract_transaction_ocid_foreign" foreign key ("ocid") references "procurement"."contracting_process" ("ocid") deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."contract_transaction" add constraint "contract_transaction_contract_id_foreign" foreign key ("contract_id") references "procurement"."contract" ("id") deferrable initially immediate;`);

    this.addSql(`alter table "procurement"."contract_supplier" add constraint "contract_supplier_ocid_foreign" foreign key ("ocid") references "procurement"."contracting_process" ("ocid") deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."contract_supplier" add constraint "contract_supplier_contract_id_foreign" foreign key ("contract_id") references "procurement"."contract" ("id") deferrable initially immediate;`);

    this.addSql(`alter table "procurement"."award_supplier" add constraint "award_supplier_ocid_foreign" foreign key ("ocid") references "procurement"."contracting_process" ("ocid") deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."award_supplier" add constraint "award_supplier_award_id_foreign" foreign key ("award_id") references "procurement"."award" ("id") deferrable initially immediate;`);

    this.addSql(`alter table "procurement"."amendment" add constraint "amendment_ocid_foreign" foreign key ("ocid") references "procurement"."contracting_process" ("ocid") deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."amendment" add constraint "amendment_award_id_foreign" foreign key ("award_id") references "procurement"."award" ("id") on delete set null deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."amendment" add constraint "amendment_contract_id_foreign" foreign key ("contract_id") references "procurement"."contract" ("id") on delete set null deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."amendment" add constraint "amendment_stage_check" check (stage in ('PLANNING', 'TENDER', 'BID', 'AWARD', 'CONTRACT', 'IMPLEMENTATION'));`);

    this.addSql(`alter table "procurement"."item" add constraint "item_ocid_foreign" foreign key ("ocid") references "procurement"."contracting_process" ("ocid") deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."item" add constraint "item_tender_id_foreign" foreign key ("tender_id") references "procurement"."tender" ("id") on delete set null deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."item" add constraint "item_award_id_foreign" foreign key ("award_id") references "procurement"."award" ("id") on delete set null deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."item" add constraint "item_contract_id_foreign" foreign key ("contract_id") references "procurement"."contract" ("id") on delete set null deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."item" add constraint "item_lot_id_foreign" foreign key ("lot_id") references "procurement"."lot" ("id") on delete set null deferrable initially immediate;`);
    this.addSql(`alter table "procurement"."item" add constraint "item_stage_check" check (stage in ('PLANNING', 'TENDER', 'BID', 'AWARD', 'CONTRACT', 'IMPLEMENTATION'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "procurement"."complaint" drop constraint "complaint_ocid_foreign";`);
    this.addSql(`alter table "procurement"."misconduct_record" drop constraint "misconduct_record_ocid_foreign";`);
    this.addSql(`alter table "procurement"."process_party" drop constraint "process_party_ocid_foreign";`);
    this.addSql(`alter table "procurement"."project_link" drop constraint "project_link_ocid_foreign";`);
    this.addSql(`alter table "procurement"."tender" drop constraint "tender_ocid_foreign";`);
    this.addSql(`alter table "procurement"."lot" drop constraint "lot_ocid_foreign";`);
    this.addSql(`alter table "procurement"."candidate_notice" drop constraint "candidate_notice_ocid_foreign";`);
    this.addSql(`alter table "procurement"."bid_opening" drop constraint "bid_opening_ocid_foreign";`);
    this.addSql(`alter table "procurement"."bid" drop constraint "bid_ocid_foreign";`);
    this.addSql(`alter table "procurement"."bid_tenderer" drop constraint "bid_tenderer_ocid_foreign";`);
    this.addSql(`alter table "procurement"."award" drop constraint "award_ocid_foreign";`);
    this.addSql(`alter table "procurement"."contract" drop constraint "contract_ocid_foreign";`);
    this.addSql(`alter table "procurement"."process_milestone" drop constraint "process_milestone_ocid_foreign";`);
    this.addSql(`alter table "procurement"."process_document" drop constraint "process_document_ocid_foreign";`);
    this.addSql(`alter table "procurement"."contract_transaction" drop constraint "contract_transaction_ocid_foreign";`);
    this.addSql(`alter table "procurement"."contract_supplier" drop constraint "contract_supplier_ocid_foreign";`);
    this.addSql(`alter table "procurement"."award_supplier" drop constraint "award_supplier_ocid_foreign";`);
    this.addSql(`alter table "procurement"."amendment" drop constraint "amendment_ocid_foreign";`);
    this.addSql(`alter table "procurement"."item" drop constraint "item_ocid_foreign";`);
    this.addSql(`alter table "procurement"."lot" drop constraint "lot_tender_id_foreign";`);
    this.addSql(`alter table "procurement"."item" drop constraint "item_tender_id_foreign";`);
    this.addSql(`alter table "procurement"."candidate_notice" drop constraint "candidate_notice_lot_id_foreign";`);
    this.addSql(`alter table "procurement"."bid_opening" drop constraint "bid_opening_lot_id_foreign";`);
    this.addSql(`alter table "procurement"."bid" drop constraint "bid_lot_id_foreign";`);
    this.addSql(`alter table "procurement"."award" drop constraint "award_lot_id_foreign";`);
    this.addSql(`alter table "procurement"."item" drop constraint "item_lot_id_foreign";`);
    this.addSql(`alter table "procurement"."bid_tenderer" drop constraint "bid_tenderer_bid_id_foreign";`);
    this.addSql(`alter table "procurement"."contract" drop constraint "contract_award_id_foreign";`);
    this.addSql(`alter table "procurement"."process_document" drop constraint "process_document_award_id_foreign";`);
    this.addSql(`alter table "procurement"."award_supplier" drop constraint "award_supplier_award_id_foreign";`);
    this.addSql(`alter table "procurement"."amendment" drop constraint "amendment_award_id_foreign";`);
    this.addSql(`alter table "procurement"."item" drop constraint "item_award_id_foreign";`);
    this.addSql(`alter table "procurement"."process_milestone" drop constraint "process_milestone_contract_id_foreign";`);
    this.addSql(`alter table "procurement"."process_document" drop constraint "process_document_contract_id_foreign";`);
    this.addSql(`alter table "procurement"."contract_transaction" drop constraint "contract_transaction_contract_id_foreign";`);
    this.addSql(`alter table "procurement"."contract_supplier" drop constraint "contract_supplier_contract_id_foreign";`);
    this.addSql(`alter table "procurement"."amendment" drop constraint "amendment_contract_id_foreign";`);
    this.addSql(`alter table "procurement"."item" drop constraint "item_contract_id_foreign";`);

    this.addSql(`drop table if exists "procurement"."asset_sale" cascade;`);
    this.addSql(`drop table if exists "procurement"."catalogue_item" cascade;`);
    this.addSql(`drop table if exists "procurement"."central_catalogue_entry" cascade;`);
    this.addSql(`drop table if exists "procurement"."contracting_process" cascade;`);
    this.addSql(`drop table if exists "procurement"."complaint" cascade;`);
    this.addSql(`drop table if exists "procurement"."misconduct_record" cascade;`);
    this.addSql(`drop table if exists "procurement"."process_party" cascade;`);
    this.addSql(`drop table if exists "procurement"."procurement_agent" cascade;`);
    this.addSql(`drop table if exists "procurement"."project_link" cascade;`);
    this.addSql(`drop table if exists "procurement"."release" cascade;`);
    this.addSql(`drop table if exists "procurement"."tender" cascade;`);
    this.addSql(`drop table if exists "procurement"."lot" cascade;`);
    this.addSql(`drop table if exists "procurement"."candidate_notice" cascade;`);
    this.addSql(`drop table if exists "procurement"."bid_opening" cascade;`);
    this.addSql(`drop table if exists "procurement"."bid" cascade;`);
    this.addSql(`drop table if exists "procurement"."bid_tenderer" cascade;`);
    this.addSql(`drop table if exists "procurement"."award" cascade;`);
    this.addSql(`drop table if exists "procurement"."contract" cascade;`);
    this.addSql(`drop table if exists "procurement"."process_milestone" cascade;`);
    this.addSql(`drop table if exists "procurement"."process_document" cascade;`);
    this.addSql(`drop table if exists "procurement"."contract_transaction" cascade;`);
    this.addSql(`drop table if exists "procurement"."contract_supplier" cascade;`);
    this.addSql(`drop table if exists "procurement"."award_supplier" cascade;`);
    this.addSql(`drop table if exists "procurement"."amendment" cascade;`);
    this.addSql(`drop table if exists "procurement"."item" cascade;`);

    this.addSql(`drop schema if exists "procurement";`);
  }

}
