select coalesce(json_agg(r), '[]') as items,
  json_agg(json_build_array(to_char(t0."publish_from" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), t0."id"::text)) as positions
from (
  select t0.*
  from "offer" t0
  where (t0."state" = $1 and t0."publish_from" <= now()) and (t0."id" in (
    select t1."id"
    from "offer" t1
    where (t1."search" @@ (
      select coalesce(nullif((plainto_tsquery('coulisses', $2) || to_tsquery('coulisses_plain', $3)), ''::tsquery), $4::tsquery)
    ) and (to_tsvector('coulisses', coalesce(t1."title", '')) || to_tsvector('coulisses_plain', coalesce(t1."title", ''))) @@ (
      select coalesce(nullif((plainto_tsquery('coulisses', $5) || to_tsquery('coulisses_plain', $6)), ''::tsquery), $7::tsquery)
    ))
    union all select t1."id"
    from "offer" t1
    where t1."profession_id" in (
      select t2."id"
      from "profession" t2
      where t2."search" @@ (
        select coalesce(nullif((plainto_tsquery('coulisses', $8) || to_tsquery('coulisses_plain', $9)), ''::tsquery), $10::tsquery)
      )
    )
    union all select t1."id"
    from "offer" t1
    where t1."client_id" in (
      select t2."id"
      from "client" t2
      where exists (
        select 1
        from "offer" t3
        where (t3."client_id" = t2."id" and t3."state" = $11)
      ) and t2."search" @@ (
        select coalesce(nullif((plainto_tsquery('coulisses', $12) || to_tsquery('coulisses_plain', $13)), ''::tsquery), $14::tsquery)
      )
    )
  ) and exists (
    select 1
    from "client" t1
    where (t1."id" = t0."client_id" and exists (
      select 1
      from "offer" t2
      where (t2."client_id" = t1."id" and t2."state" = $15)
    ) and fold(t1."company_name") like /* plan anew */ ('%' || regexp_replace(fold($16::text), '([%_\\])', '\\\1', 'g') || '%'))
  ))
  order by t0."publish_from" desc, t0."id" desc
  limit 21
) t0
cross join lateral (
  select t0."title" as "title",
    (
    select row_to_json(r)
    from (
      select t1."company_name" as "companyName"
      from "client" t1
      where t1."id" = t0."client_id" and exists (
        select 1
        from "offer" t2
        where (t2."client_id" = t1."id" and t2."state" = $17)
      )
    ) r
  ) as "@client"
) r
-- $1 = "PUBLISHED"
-- $2 = "danseuse"
-- $3 = "'danseuse':*"
-- $4 = "'danseuse':*"
-- $5 = "danseuse"
-- $6 = "'danseuse':*"
-- $7 = "'danseuse':*"
-- $8 = "danseuse"
-- $9 = "'danseuse':*"
-- $10 = "'danseuse':*"
-- $11 = "PUBLISHED"
-- $12 = "danseuse"
-- $13 = "'danseuse':*"
-- $14 = "'danseuse':*"
-- $15 = "PUBLISHED"
-- $16 = "nord"
-- $17 = "PUBLISHED"
