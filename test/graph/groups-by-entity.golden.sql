-- Statements: procurement 2, registry 1

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select (
          select row_to_json("~")
          from (
            select case when num_nonnulls(a.k0_scheme, a.k0_id, a.k0_name, a.k0_uscc, a.k0_agency_id) > 0 then (
              select row_to_json("~")
              from (
                select t2."scheme" "scheme",
                  t2."id" "id",
                  t2."name" "name",
                  case when t3."id" is not null then (
                    select row_to_json("~")
                    from (
                      select 'Agency' "__typename",
                        t3."id" "id"
                    ) "~"
                  ) end "agency"
              ) "~"
            ) end "buyer",
              null "status"
          ) "~"
        ) "keys",
          a.a1 "count",
          (
            select row_to_json("~")
            from (
              select a.a2 "amount"
            ) "~"
          ) "sum"
        from (
          select t1."buyer_scheme" k0_scheme,
            t1."buyer_id" k0_id,
            max(t1."buyer_name") k0_name,
            max(t1."buyer_uscc") k0_uscc,
            max(t1."buyer_agency_id") k0_agency_id,
            case when num_nonnulls(t1."buyer_scheme", t1."buyer_id") = 0 then row(t1."buyer_name", t1."buyer_uscc", t1."buyer_agency_id")::text end k0_unidentified,
            count(*)::int a1,
            sum(t1."amount")::text a2,
            row_number() over (order by sum(t1."amount") desc nulls last, count(*) desc, t1."buyer_scheme", t1."buyer_id", case when num_nonnulls(t1."buyer_scheme", t1."buyer_id") = 0 then row(t1."buyer_name", t1."buyer_uscc", t1."buyer_agency_id")::text end) rn
          from "procurement"."contract" t1
          where (t1.jurisdiction = $3::text) and (((t1."currency" = $4::text)))
          group by t1."buyer_scheme",
            t1."buyer_id",
            case when num_nonnulls(t1."buyer_scheme", t1."buyer_id") = 0 then row(t1."buyer_name", t1."buyer_uscc", t1."buyer_agency_id")::text end
          having ((count(*) >= $1::bigint)) and ((sum(t1."amount") > $2::numeric))
          order by rn
          limit $5::int
        ) a
        cross join lateral (
          select a.k0_scheme "scheme",
            a.k0_id "id",
            a.k0_name "name",
            a.k0_uscc "uscc",
            a.k0_agency_id "agency_id"
        ) t2
        cross join lateral (
          select t2."agency_id" "id"
        ) t3
        order by a.rn
      ) "~"
    ) "groups"
  ) "~"
) root;
--   $1 = 5
--   $2 = "1000000"
--   $3 = "CN-349900"
--   $4 = "CNY"
--   $5 = 3

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select (
          select row_to_json("~")
          from (
            select case when t2."id" is not null then (
              select row_to_json("~")
              from (
                select t2."local_id" "localId",
                  case when num_nonnulls(t2."supplier_scheme", t2."supplier_id", t2."supplier_name", t2."supplier_uscc", t2."supplier_agency_id") > 0 then (
                    select row_to_json("~")
                    from (
                      select t2."supplier_name" "name"
                    ) "~"
                  ) end "supplier"
              ) "~"
            ) end "contract"
          ) "~"
        ) "keys",
          a.a1 "count",
          (
            select row_to_json("~")
            from (
              select a.a2 "paidOn"
            ) "~"
          ) "max",
          (
            select row_to_json("~")
            from (
              select a.a3 "amount"
            ) "~"
          ) "sum"
        from (
          select t1."contract_id" k0_id,
            count(*)::int a1,
            max(t1."paid_on")::text a2,
            sum(t1."amount")::text a3,
            row_number() over (order by count(*) desc nulls last, count(*) desc, t1."contract_id") rn
          from "procurement"."contract_transaction" t1
          where (t1.jurisdiction = $1::text) and (((t1."currency" = $2::text)))
          group by t1."contract_id"
          order by rn
          limit $3::int
        ) a
        left join "procurement"."contract" t2 on t2."id" = a.k0_id
        order by a.rn
      ) "~"
    ) "groups"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "CNY"
--   $3 = 2

-- registry
select json_agg("row" order by "n")::text
from (
  select k2."~n" "n",
    case when t1."id" is not null then (
      select row_to_json("~")
      from (
        select t1."short_name" "shortName",
          case when t3."id" is not null then (
            select row_to_json("~")
            from (
              select t3."name" "name"
            ) "~"
          ) end "region"
      ) "~"
    ) end "row"
  from unnest($1::text[]) with ordinality k2("id", "~n")
  left join "registry"."agency" t1 on t1."id" = k2."id"
  left join lateral (
    select t4.*
    from "registry"."region" t4
    where t4.code = t1."region_code" and (t4.edition <= t1."region_edition" or t4.open_to_past) and (t4.edition_to is null or t4.edition_to > t1."region_edition")
    order by (t4.edition <= t1."region_edition") desc,
      case when t4.edition <= t1."region_edition" then t4.edition end desc,
      t4.edition
    limit 1
  ) t3 on true
) e;
--   $1 = ["CN-349900-A051","CN-349900-A017","CN-349900-A021"]
