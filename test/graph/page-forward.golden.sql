-- Statements: procurement 1

-- procurement
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select u.*
      from ((
        select t2.*
        from "procurement"."contract" t2
        where (t2.jurisdiction = $6::text) and (t2."signed_on" = $3::date and (t2."amount", t2."id") > ($1::numeric, $2::text))
        order by t2."signed_on" desc,
          t2."amount",
          t2."id"
        limit 6
      ) union all (
        select t2.*
        from "procurement"."contract" t2
        where (t2.jurisdiction = $7::text) and (t2."signed_on" = $4::date and t2."amount" is null)
        order by t2."signed_on" desc,
          t2."amount",
          t2."id"
        limit 6
      ) union all (
        select t2.*
        from "procurement"."contract" t2
        where (t2.jurisdiction = $8::text) and (t2."signed_on" < $5::date)
        order by t2."signed_on" desc,
          t2."amount",
          t2."id"
        limit 6
      )) u
      order by u."signed_on" desc,
        u."amount",
        u."id"
      limit 6
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select translate(encode(substring(sha256($9::bytea || sha256($10::bytea || convert_to(json_build_array('Contract:signedOn-^,amount+,id+', t3."signed_on"::text, t3."amount"::text, t3."id")::text, 'UTF8'))) from 1 for 12) || convert_to(json_build_array('Contract:signedOn-^,amount+,id+', t3."signed_on"::text, t3."amount"::text, t3."id")::text, 'UTF8'), 'base64'), E'+/=\n', '-_') "cursor",
          (
            select row_to_json("~")
            from (
              select t3."local_id" "localId",
                t3."signed_on"::text "signedOn",
                t3."amount"::text "amount"
            ) "~"
          ) "node"
        from page1 t3
        where t3.rn <= $11::int
        order by t3.rn
      ) "~"
    ) "edges",
      (
        select row_to_json("~")
        from (
          select (
            select count(*) > $12::int
            from page1
          ) "hasNextPage",
            exists (
              select 1
              from "procurement"."contract" t4
              where (t4.jurisdiction = $18::text) and (not coalesce(((t4."signed_on" = $15::date and (t4."amount", t4."id") > ($13::numeric, $14::text)) or (t4."signed_on" = $16::date and t4."amount" is null) or (t4."signed_on" < $17::date)), false))
            ) "hasPreviousPage",
            (
              select translate(encode(substring(sha256($19::bytea || sha256($20::bytea || convert_to(json_build_array('Contract:signedOn-^,amount+,id+', t5."signed_on"::text, t5."amount"::text, t5."id")::text, 'UTF8'))) from 1 for 12) || convert_to(json_build_array('Contract:signedOn-^,amount+,id+', t5."signed_on"::text, t5."amount"::text, t5."id")::text, 'UTF8'), 'base64'), E'+/=\n', '-_')
              from page1 t5
              where t5.rn <= $21::int
              order by t5.rn
              limit 1
            ) "startCursor",
            (
              select translate(encode(substring(sha256($22::bytea || sha256($23::bytea || convert_to(json_build_array('Contract:signedOn-^,amount+,id+', t6."signed_on"::text, t6."amount"::text, t6."id")::text, 'UTF8'))) from 1 for 12) || convert_to(json_build_array('Contract:signedOn-^,amount+,id+', t6."signed_on"::text, t6."amount"::text, t6."id")::text, 'UTF8'), 'base64'), E'+/=\n', '-_')
              from page1 t6
              where t6.rn <= $24::int
              order by t6.rn desc
              limit 1
            ) "endCursor"
        ) "~"
      ) "pageInfo"
  ) "~"
) root;
--   $1 = "573880.32"
--   $2 = "ocds-sunsh1-YGCG-2024-00187/YGHT-2024-00187-1"
--   $3 = "2024-10-08"
--   $4 = "2024-10-08"
--   $5 = "2024-10-08"
--   $6 = "CN-349900"
--   $7 = "CN-349900"
--   $8 = "CN-349900"
--   $9 = <key of the cursors>
--   $10 = <key of the cursors>
--   $11 = 2
--   $12 = 2
--   $13 = "573880.32"
--   $14 = "ocds-sunsh1-YGCG-2024-00187/YGHT-2024-00187-1"
--   $15 = "2024-10-08"
--   $16 = "2024-10-08"
--   $17 = "2024-10-08"
--   $18 = "CN-349900"
--   $19 = <key of the cursors>
--   $20 = <key of the cursors>
--   $21 = 2
--   $22 = <key of the cursors>
--   $23 = <key of the cursors>
--   $24 = 2
