-- Statements: procurement 2

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
            select a.k0_v::text "signedOn"
          ) "~"
        ) "keys",
          a.a1 "count"
        from (
          select date_trunc('year', t1."signed_on"::timestamp)::date k0_v,
            count(*)::int a1,
            row_number() over (order by count(*) desc, date_trunc('year', t1."signed_on"::timestamp)::date) rn
          from "procurement"."contract" t1
          where (t1.jurisdiction = $1::text) and (((t1."signed_on" between $2::date and $3::date)) and ((t1."currency" = $4::text)))
          group by date_trunc('year', t1."signed_on"::timestamp)::date
          order by rn
          limit $5::int
        ) a
        order by a.rn
      ) "~"
    ) "byYear",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select (
            select row_to_json("~")
            from (
              select a.k0_v::text "signedOn"
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
            select date_trunc('month', t2."signed_on"::timestamp)::date k0_v,
              count(*)::int a1,
              sum(t2."amount")::text a2,
              row_number() over (order by date_trunc('month', t2."signed_on"::timestamp)::date nulls last, count(*) desc, date_trunc('month', t2."signed_on"::timestamp)::date) rn
            from "procurement"."contract" t2
            where (t2.jurisdiction = $6::text) and (((t2."signed_on" between $7::date and $8::date)) and ((t2."currency" = $9::text)))
            group by date_trunc('month', t2."signed_on"::timestamp)::date
            order by rn
            limit $10::int
          ) a
          order by a.rn
        ) "~"
      ) "byMonth",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select (
            select row_to_json("~")
            from (
              select a.k0_v::text "signedOn",
                a.k1_v "status"
            ) "~"
          ) "keys",
            a.a1 "count"
          from (
            select date_trunc('quarter', t3."signed_on"::timestamp)::date k0_v,
              t3."status" k1_v,
              count(*)::int a1,
              row_number() over (order by count(*) desc, date_trunc('quarter', t3."signed_on"::timestamp)::date, t3."status") rn
            from "procurement"."contract" t3
            where (t3.jurisdiction = $11::text) and (((t3."signed_on" between $12::date and $13::date)) and ((t3."currency" = $14::text)))
            group by date_trunc('quarter', t3."signed_on"::timestamp)::date,
              t3."status"
            order by rn
            limit $15::int
          ) a
          order by a.rn
        ) "~"
      ) "byQuarterAndStatus",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select (
            select row_to_json("~")
            from (
              select a.k0_v::text "signedOn"
            ) "~"
          ) "keys",
            a.a1 "count"
          from (
            select date_trunc('week', t4."signed_on"::timestamp)::date k0_v,
              count(*)::int a1,
              row_number() over (order by count(*) desc, date_trunc('week', t4."signed_on"::timestamp)::date) rn
            from "procurement"."contract" t4
            where (t4.jurisdiction = $16::text) and (((t4."signed_on" between $17::date and $18::date)) and ((t4."currency" = $19::text)))
            group by date_trunc('week', t4."signed_on"::timestamp)::date
            order by rn
            limit $20::int
          ) a
          order by a.rn
        ) "~"
      ) "byWeek"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "2023-12-01"
--   $3 = "2024-02-29"
--   $4 = "CNY"
--   $5 = 100
--   $6 = "CN-349900"
--   $7 = "2023-12-01"
--   $8 = "2024-02-29"
--   $9 = "CNY"
--   $10 = 100
--   $11 = "CN-349900"
--   $12 = "2023-12-01"
--   $13 = "2024-02-29"
--   $14 = "CNY"
--   $15 = 3
--   $16 = "CN-349900"
--   $17 = "2023-12-01"
--   $18 = "2024-02-29"
--   $19 = "CNY"
--   $20 = 2

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
            select to_char(a.k0_v at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') "openedAt"
          ) "~"
        ) "keys",
          a.a1 "count"
        from (
          select t1."opened_at" k0_v,
            count(*)::int a1,
            row_number() over (order by count(*) desc, t1."opened_at") rn
          from "procurement"."bid_opening" t1
          where (t1.jurisdiction = $1::text)
          group by t1."opened_at"
          order by rn
          limit $2::int
        ) a
        order by a.rn
      ) "~"
    ) "byInstant",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select (
            select row_to_json("~")
            from (
              select to_char(a.k0_v at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') "openedAt"
            ) "~"
          ) "keys",
            a.a1 "count"
          from (
            select (date_trunc('month', t2."opened_at" at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai') k0_v,
              count(*)::int a1,
              row_number() over (order by count(*) desc, (date_trunc('month', t2."opened_at" at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai')) rn
            from "procurement"."bid_opening" t2
            where (t2.jurisdiction = $3::text)
            group by (date_trunc('month', t2."opened_at" at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai')
            order by rn
            limit $4::int
          ) a
          order by a.rn
        ) "~"
      ) "byMonth"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = 1
--   $3 = "CN-349900"
--   $4 = 2
