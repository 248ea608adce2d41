-- Statements: procurement 1

-- procurement
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t2.*
      from "procurement"."contract" t2
      where (t2.jurisdiction = $3::text) and ((t2."amount", t2."id") > ($1::numeric, $2::text))
      order by t2."amount" nulls first,
        t2."id"
      limit 6
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select translate(encode(substring(sha256($4::bytea || sha256($5::bytea || convert_to(json_build_array('Contract:amount-,id-', t3."amount"::text, t3."id")::text, 'UTF8'))) from 1 for 12) || convert_to(json_build_array('Contract:amount-,id-', t3."amount"::text, t3."id")::text, 'UTF8'), 'base64'), E'+/=\n', '-_') "cursor",
          (
            select row_to_json("~")
            from (
              select t3."local_id" "localId",
                t3."amount"::text "amount"
            ) "~"
          ) "node"
        from page1 t3
        where t3.rn <= $6::int
        order by t3.rn desc
      ) "~"
    ) "edges",
      (
        select row_to_json("~")
        from (
          select exists (
            select 1
            from "procurement"."contract" t4
            where (t4.jurisdiction = $9::text) and (not coalesce((((t4."amount", t4."id") > ($7::numeric, $8::text))), false))
          ) "hasNextPage",
            (
              select count(*) > $10::int
              from page1
            ) "hasPreviousPage",
            (
              select translate(encode(substring(sha256($11::bytea || sha256($12::bytea || convert_to(json_build_array('Contract:amount-,id-', t5."amount"::text, t5."id")::text, 'UTF8'))) from 1 for 12) || convert_to(json_build_array('Contract:amount-,id-', t5."amount"::text, t5."id")::text, 'UTF8'), 'base64'), E'+/=\n', '-_')
              from page1 t5
              where t5.rn <= $13::int
              order by t5.rn desc
              limit 1
            ) "startCursor",
            (
              select translate(encode(substring(sha256($14::bytea || sha256($15::bytea || convert_to(json_build_array('Contract:amount-,id-', t6."amount"::text, t6."id")::text, 'UTF8'))) from 1 for 12) || convert_to(json_build_array('Contract:amount-,id-', t6."amount"::text, t6."id")::text, 'UTF8'), 'base64'), E'+/=\n', '-_')
              from page1 t6
              where t6.rn <= $16::int
              order by t6.rn
              limit 1
            ) "endCursor"
        ) "~"
      ) "pageInfo"
  ) "~"
) root;
--   $1 = "154008001.70"
--   $2 = "ocds-sunsh1-YGCG-2023-00063/YGHT-2023-00063-1"
--   $3 = "CN-349900"
--   $4 = <key of the cursors>
--   $5 = <key of the cursors>
--   $6 = 2
--   $7 = "154008001.70"
--   $8 = "ocds-sunsh1-YGCG-2023-00063/YGHT-2023-00063-1"
--   $9 = "CN-349900"
--   $10 = 2
--   $11 = <key of the cursors>
--   $12 = <key of the cursors>
--   $13 = 2
--   $14 = <key of the cursors>
--   $15 = <key of the cursors>
--   $16 = 2
