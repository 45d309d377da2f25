select coalesce(json_agg(r), '[]') as items,
  (
  select count(*)::int
  from "offer" t0
  where t0."id" in (
    select t1."id"
    from "offer" t1
    where t1."search" @@ (
      select coalesce(nullif((plainto_tsquery('coulisses', $1) || to_tsquery('coulisses_plain', $2)) && (plainto_tsquery('coulisses', $3) || to_tsquery('coulisses_plain', $4)) && (plainto_tsquery('coulisses', $5) || to_tsquery('coulisses_plain', $6) || $7::tsquery), ''::tsquery), $8::tsquery)
    )
    union all select t1."id"
    from "offer" t1
    where t1."profession_id" in (
      select t2."id"
      from "profession" t2
      where t2."search" @@ (
        select coalesce(nullif((plainto_tsquery('coulisses', $9) || to_tsquery('coulisses_plain', $10)) && (plainto_tsquery('coulisses', $11) || to_tsquery('coulisses_plain', $12)) && (plainto_tsquery('coulisses', $13) || to_tsquery('coulisses_plain', $14) || $15::tsquery), ''::tsquery), $16::tsquery)
      )
    )
    union all select t1."id"
    from "offer" t1
    where t1."client_id" in (
      select t2."id"
      from "client" t2
      where t2."search" @@ (
        select coalesce(nullif((plainto_tsquery('coulisses', $17) || to_tsquery('coulisses_plain', $18)) && (plainto_tsquery('coulisses', $19) || to_tsquery('coulisses_plain', $20)) && (plainto_tsquery('coulisses', $21) || to_tsquery('coulisses_plain', $22) || $23::tsquery), ''::tsquery), $24::tsquery)
      )
    )
  )
) as total
from (
  select t0.*
  from "offer" t0
  where t0."id" in (
    select t1."id"
    from "offer" t1
    where t1."search" @@ (
      select coalesce(nullif((plainto_tsquery('coulisses', $25) || to_tsquery('coulisses_plain', $26)) && (plainto_tsquery('coulisses', $27) || to_tsquery('coulisses_plain', $28)) && (plainto_tsquery('coulisses', $29) || to_tsquery('coulisses_plain', $30) || $31::tsquery), ''::tsquery), $32::tsquery)
    )
    union all select t1."id"
    from "offer" t1
    where t1."profession_id" in (
      select t2."id"
      from "profession" t2
      where t2."search" @@ (
        select coalesce(nullif((plainto_tsquery('coulisses', $33) || to_tsquery('coulisses_plain', $34)) && (plainto_tsquery('coulisses', $35) || to_tsquery('coulisses_plain', $36)) && (plainto_tsquery('coulisses', $37) || to_tsquery('coulisses_plain', $38) || $39::tsquery), ''::tsquery), $40::tsquery)
      )
    )
    union all select t1."id"
    from "offer" t1
    where t1."client_id" in (
      select t2."id"
      from "client" t2
      where t2."search" @@ (
        select coalesce(nullif((plainto_tsquery('coulisses', $41) || to_tsquery('coulisses_plain', $42)) && (plainto_tsquery('coulisses', $43) || to_tsquery('coulisses_plain', $44)) && (plainto_tsquery('coulisses', $45) || to_tsquery('coulisses_plain', $46) || $47::tsquery), ''::tsquery), $48::tsquery)
      )
    )
  )
  order by t0."publish_from" desc, t0."id" desc
  limit 20
) t0
cross join lateral (
  select t0."title" as "title"
) r
-- $1 = "danseuse"
-- $2 = "'danseuse':*"
-- $3 = "REF"
-- $4 = "'REF':*"
-- $5 = "2026"
-- $6 = "'2026':*"
-- $7 = "'2026':* | '-2026':* | '+2026':* | '/2026':*"
-- $8 = "'2026':* | '-2026':* | '+2026':* | '/2026':*"
-- $9 = "danseuse"
-- $10 = "'danseuse':*"
-- $11 = "REF"
-- $12 = "'REF':*"
-- $13 = "2026"
-- $14 = "'2026':*"
-- $15 = "'2026':* | '-2026':* | '+2026':* | '/2026':*"
-- $16 = "'2026':* | '-2026':* | '+2026':* | '/2026':*"
-- $17 = "danseuse"
-- $18 = "'danseuse':*"
-- $19 = "REF"
-- $20 = "'REF':*"
-- $21 = "2026"
-- $22 = "'2026':*"
-- $23 = "'2026':* | '-2026':* | '+2026':* | '/2026':*"
-- $24 = "'2026':* | '-2026':* | '+2026':* | '/2026':*"
-- $25 = "danseuse"
-- $26 = "'danseuse':*"
-- $27 = "REF"
-- $28 = "'REF':*"
-- $29 = "2026"
-- $30 = "'2026':*"
-- $31 = "'2026':* | '-2026':* | '+2026':* | '/2026':*"
-- $32 = "'2026':* | '-2026':* | '+2026':* | '/2026':*"
-- $33 = "danseuse"
-- $34 = "'danseuse':*"
-- $35 = "REF"
-- $36 = "'REF':*"
-- $37 = "2026"
-- $38 = "'2026':*"
-- $39 = "'2026':* | '-2026':* | '+2026':* | '/2026':*"
-- $40 = "'2026':* | '-2026':* | '+2026':* | '/2026':*"
-- $41 = "danseuse"
-- $42 = "'danseuse':*"
-- $43 = "REF"
-- $44 = "'REF':*"
-- $45 = "2026"
-- $46 = "'2026':*"
-- $47 = "'2026':* | '-2026':* | '+2026':* | '/2026':*"
-- $48 = "'2026':* | '-2026':* | '+2026':* | '/2026':*"
