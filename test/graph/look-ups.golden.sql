-- Statements: procurement 2, registry 4

-- procurement
select case when t1."ocid" is not null then (
  select row_to_json("~")
  from (
    select t1."title" "title"
  ) "~"
) end::text
from unnest($1::text[]) with ordinality k2("ocid", "~n")
left join "procurement"."contracting_process" t1 on t1."ocid" = k2."ocid";
--   $1 = ["ocds-sunsh1-none"]

-- procurement
select json_agg("row" order by "n")::text
from (
  select k2."~n" "n",
    case when t1."uscc" is not null then (
      select row_to_json("~")
      from (
        select list3.j "contracts"
      ) "~"
    ) end "row"
  from unnest($1::text[]) with ordinality k2("uscc", "~n")
  cross join lateral (
    select k2."uscc" "uscc"
  ) t1
  left join lateral (
    select row_to_json("~") j
    from (
      select (
        select count(*)::int
        from "procurement"."contract" t5
        where (exists (
          select 1
          from "procurement"."contract_supplier" t6
          where t6."contract_id" = t5."id" and t6."supplier_uscc" = t1."uscc"
        )) and (t5.jurisdiction = $2::text)
      ) "totalCount"
    ) "~"
  ) list3 on true
) e;
--   $1 = ["913499006020823307"]
--   $2 = "CN-349900"

-- registry
select case when t1."id" is not null then (
  select row_to_json("~")
  from (
    select t1."name" "name"
  ) "~"
) end::text
from unnest($1::text[]) with ordinality k2("id", "~n")
left join "registry"."agency" t1 on t1."id" = k2."id";
--   $1 = ["CN-349900-A999"]

-- registry
select case when t1."id" is not null then (
  select row_to_json("~")
  from (
    select t1."name" "name",
      t1."kind" "kind"
  ) "~"
) end::text
from unnest($1::text[]) with ordinality k2("id", "~n")
left join "registry"."agency" t1 on t1."id" = k2."id";
--   $1 = ["CN-349900-A001"]

-- registry
select case when t1."jurisdiction" is not null then (
  select row_to_json("~")
  from (
    select t1."name" "name",
      t1."sample" "sample"
  ) "~"
) end::text
from unnest($1::text[]) with ordinality k2("jurisdiction", "~n")
left join "registry"."city" t1 on t1."jurisdiction" = k2."jurisdiction";
--   $1 = ["CN-349900"]

-- registry
select case when t1."uscc" is not null then (
  select row_to_json("~")
  from (
    select 'LegalEntity' "__typename",
      t1."uscc" "uscc",
      t1."name" "name"
  ) "~"
) end::text
from unnest($1::text[]) with ordinality k2("uscc", "~n")
left join "registry"."legal_entity" t1 on t1."uscc" = k2."uscc";
--   $1 = ["913499006020823307"]
