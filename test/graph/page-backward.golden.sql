-- Statements: procurement 1

-- procurement
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t6.*
      from "procurement"."contract" t6
      where (t6.jurisdiction = $18::text) and (((t6."amount" > $15::numeric) or (t6."amount" = $16::numeric and t6."id" > $17::text)))
      order by t6."amount" nulls first,
        t6."id"
      limit 6
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select translate(encode(substring(sha256($1::bytea || sha256($2::bytea || convert_to(json_build_array('Contract:amount-,id-', t2."amount"::text, t2."id")::text, 'UTF8'))) from 1 for 12) || convert_to(json_build_array('Contract:amount-,id-', t2."amount"::text, t2."id")::text, 'UTF8'), 'base64'), E'+/=\n', '-_') "cursor",
          (
            select row_to_json("~")
            from (
              select t2."local_id" "localId",
                t2."amount"::text "amount"
            ) "~"
          ) "node"
        from page1 t2
        where t2.rn <= $3::int
        order by t2.rn desc
      ) "~"
    ) "edges",
      (
        select row_to_json("~")
        from (
          select exists (
            select 1
            from "procurement"."contract" t3
            where (t3.jurisdiction = $7::text) and (not coalesce(((t3."amount" > $4::numeric) or (t3."amount" = $5::numeric and t3."id" > $6::text)), false))
          ) "hasNextPage",
            (
              select count(*) > $8::int
              from page1
            ) "hasPreviousPage",
            (
              select translate(encode(substring(sha256($9::bytea || sha256($10::bytea || convert_to(json_build_array('Contract:amount-,id-', t4."amount"::text, t4."id")::text, 'UTF8'))) from 1 for 12) || convert_to(json_build_array('Contract:amount-,id-', t4."amount"::text, t4."id")::text, 'UTF8'), 'base64'), E'+/=\n', '-_')
              from page1 t4
              where t4.rn <= $11::int
              order by t4.rn desc
              limit 1
            ) "startCursor",
            (
              select translate(encode(substring(sha256($12::bytea || sha256($13::bytea || convert_to(json_build_array('Contract:amount-,id-', t5."amount"::text, t5."id")::text, 'UTF8'))) from 1 for 12) || convert_to(json_build_array('Contract:amount-,id-', t5."amount"::text, t5."id")::text, 'UTF8'), 'base64'), E'+/=\n', '-_')
              from page1 t5
              where t5.rn <= $14::int
              order by t5.rn
              limit 1
            ) "endCursor"
        ) "~"
      ) "pageInfo"
  ) "~"
) root;
--   $1 = <key of the cursors>
--   $2 = <key of the cursors>
--   $3 = 2
--   $4 = "154008001.70"
--   $5 = "154008001.70"
--   $6 = "ocds-sunsh1-YGCG-2023-00063/YGHT-2023-00063-1"
--   $7 = "CN-349900"
--   $8 = 2
--   $9 = <key of the cursors>
--   $10 = <key of the cursors>
--   $11 = 2
--   $12 = <key of the cursors>
--   $13 = <key of the cursors>
--   $14 = 2
--   $15 = "154008001.70"
--   $16 = "154008001.70"
--   $17 = "ocds-sunsh1-YGCG-2023-00063/YGHT-2023-00063-1"
--   $18 = "CN-349900"
