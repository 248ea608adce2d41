-- Statements: procurement 2, registry 4

-- procurement
select case when t1."ocid" is not null then (
  select row_to_json("~")
  from (
    select t1."title" "title"
  ) "~"
) end::text
from (
  select $1::text "ocid",
    1 "~n"
) k2
left join "procurement"."contracting_process" t1 on t1."ocid" = k2."ocid";
--   $1 = "ocds-sunsh1-none"

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
  from (
    select $1::text "uscc",
      1 "~n"
  ) k2
  cross join lateral (
    select k2."uscc" "uscc"
  ) t1
  left join lateral (
    select row_to_json("~") j
    from (
      select (
        select count(*)::int
        from "procurement"."contract" t4
        where (exists (
          select 1
          from "procurement"."contract_supplier" t5
          where t5."contract_id" = t4."id" and t5."supplier_uscc" = t1."uscc"
        )) and (t4.jurisdiction = $2::text)
      ) "totalCount"
    ) "~"
  ) list3 on true
) e;
--   $1 = "913499006020823307"
--   $2 = "CN-349900"

-- registry
select case when t1."id" is not null then (
  select row_to_json("~")
  from (
    select t1."name" "name"
  ) "~"
) end::text
from (
  select $1::text "id",
    1 "~n"
) k2
left join "registry"."agency" t1 on t1."id" = k2."id";
--   $1 = "CN-349900-A999"

-- registry
select case when t1."id" is not null then (
  select row_to_json("~")
  from (
    select t1."name" "name",
      t1."kind" "kind"
  ) "~"
) end::text
from (
  select $1::text "id",
    1 "~n"
) k2
left join "registry"."agency" t1 on t1."id" = k2."id";
--   $1 = "CN-349900-A001"

-- registry
select case when t1."jurisdiction" is not null then (
  select row_to_json("~")
  from (
    select t1."name" "name",
      t1."sample" "sample"
  ) "~"
) end::text
from (
  select $1::text "jurisdiction",
    1 "~n"
) k2
left join "registry"."city" t1 on t1."jurisdiction" = k2."jurisdiction";
--   $1 = "CN-349900"

-- registry
select case when t1."uscc" is not null then (
  select row_to_json("~")
  from (
    select 'LegalEntity' "__typename",
      t1."uscc" "uscc",
      t1."name" "name"
  ) "~"
) end::text
from (
  select $1::text "uscc",
    1 "~n"
) k2
left join "registry"."legal_entity" t1 on t1."uscc" = k2."uscc";
--   $1 = "913499006020823307"
