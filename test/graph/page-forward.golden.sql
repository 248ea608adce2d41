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
      where (t6.jurisdiction = $24::text) and (((t6."signed_on" < $18::date) or (t6."signed_on" = $19::date and (t6."amount" > $20::numeric or t6."amount" is null)) or (t6."signed_on" = $21::date and t6."amount" = $22::numeric and t6."id" > $23::text)))
      order by t6."signed_on" desc,
        t6."amount",
        t6."id"
      limit 6
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select translate(encode(substring(sha256($1::bytea || sha256($2::bytea || convert_to(json_build_array('Contract:signedOn-^,amount+,id+', t2."signed_on"::text, t2."amount"::text, t2."id")::text, 'UTF8'))) from 1 for 12) || convert_to(json_build_array('Contract:signedOn-^,amount+,id+', t2."signed_on"::text, t2."amount"::text, t2."id")::text, 'UTF8'), 'base64'), E'+/=\n', '-_') "cursor",
          (
            select row_to_json("~")
            from (
              select t2."local_id" "localId",
                t2."signed_on"::text "signedOn",
                t2."amount"::text "amount"
            ) "~"
          ) "node"
        from page1 t2
        where t2.rn <= $3::int
        order by t2.rn
      ) "~"
    ) "edges",
      (
        select row_to_json("~")
        from (
          select (
            select count(*) > $4::int
            from page1
          ) "hasNextPage",
            exists (
              select 1
              from "procurement"."contract" t3
              where (t3.jurisdiction = $11::text) and (not coalesce(((t3."signed_on" < $5::date) or (t3."signed_on" = $6::date and (t3."amount" > $7::numeric or t3."amount" is null)) or (t3."signed_on" = $8::date and t3."amount" = $9::numeric and t3."id" > $10::text)), false))
            ) "hasPreviousPage",
            (
              select translate(encode(substring(sha256($12::bytea || sha256($13::bytea || convert_to(json_build_array('Contract:signedOn-^,amount+,id+', t4."signed_on"::text, t4."amount"::text, t4."id")::text, 'UTF8'))) from 1 for 12) || convert_to(json_build_array('Contract:signedOn-^,amount+,id+', t4."signed_on"::text, t4."amount"::text, t4."id")::text, 'UTF8'), 'base64'), E'+/=\n', '-_')
              from page1 t4
              where t4.rn <= $14::int
              order by t4.rn
              limit 1
            ) "startCursor",
            (
              select translate(encode(substring(sha256($15::bytea || sha256($16::bytea || convert_to(json_build_array('Contract:signedOn-^,amount+,id+', t5."signed_on"::text, t5."amount"::text, t5."id")::text, 'UTF8'))) from 1 for 12) || convert_to(json_build_array('Contract:signedOn-^,amount+,id+', t5."signed_on"::text, t5."amount"::text, t5."id")::text, 'UTF8'), 'base64'), E'+/=\n', '-_')
              from page1 t5
              where t5.rn <= $17::int
              order by t5.rn desc
              limit 1
            ) "endCursor"
        ) "~"
      ) "pageInfo"
  ) "~"
) root;
--   $1 = <key of the cursors>
--   $2 = <key of the cursors>
--   $3 = 2
--   $4 = 2
--   $5 = "2024-10-08"
--   $6 = "2024-10-08"
--   $7 = "573880.32"
--   $8 = "2024-10-08"
--   $9 = "573880.32"
--   $10 = "ocds-sunsh1-YGCG-2024-00187/YGHT-2024-00187-1"
--   $11 = "CN-349900"
--   $12 = <key of the cursors>
--   $13 = <key of the cursors>
--   $14 = 2
--   $15 = <key of the cursors>
--   $16 = <key of the cursors>
--   $17 = 2
--   $18 = "2024-10-08"
--   $19 = "2024-10-08"
--   $20 = "573880.32"
--   $21 = "2024-10-08"
--   $22 = "573880.32"
--   $23 = "ocds-sunsh1-YGCG-2024-00187/YGHT-2024-00187-1"
--   $24 = "CN-349900"
