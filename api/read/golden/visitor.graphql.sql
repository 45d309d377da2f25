select coalesce(json_agg(r), '[]') as items,
  json_agg(json_build_array(to_char(t0."publish_from" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), t0."id"::text)) as positions
from (
  select t0.*
  from "offer" t0
  where (t0."state" = 'PUBLISHED' and t0."publish_from" <= now()) and (t0."id" in (
    select t1."id"
    from "offer" t1
    where (t1."search" @@ (
      select coalesce(nullif((plainto_tsquery('coulisses', $1) || to_tsquery('coulisses_plain', $2)), ''::tsquery), $3::tsquery)
    ) and (to_tsvector('coulisses', coalesce(t1."title", '')) || to_tsvector('coulisses_plain', coalesce(t1."title", ''))) @@ (
      select coalesce(nullif((plainto_tsquery('coulisses', $4) || to_tsquery('coulisses_plain', $5)), ''::tsquery), $6::tsquery)
    ))
    union all select t1."id"
    from "offer" t1
    where t1."profession_id" in (
      select t2."id"
      from "profession" t2
      where t2."search" @@ (
        select coalesce(nullif((plainto_tsquery('coulisses', $7) || to_tsquery('coulisses_plain', $8)), ''::tsquery), $9::tsquery)
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
        where (t3."client_id" = t2."id" and t3."state" = 'PUBLISHED')
      ) and t2."search" @@ (
        select coalesce(nullif((plainto_tsquery('coulisses', $10) || to_tsquery('coulisses_plain', $11)), ''::tsquery), $12::tsquery)
      )
    )
  ) and exists (
    select 1
    from "client" t1
    where (t1."id" = t0."client_id" and exists (
      select 1
      from "offer" t2
      where (t2."client_id" = t1."id" and t2."state" = 'PUBLISHED')
    ) and fold(t1."company_name") like /* plan anew */ ('%' || regexp_replace(fold($13::text), '([%_\\])', '\\\1', 'g') || '%'))
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
        where (t2."client_id" = t1."id" and t2."state" = 'PUBLISHED')
      )
    ) r
  ) as "@client"
) r
-- $1 = "danseuse"
-- $2 = "'danseuse':*"
-- $3 = "'danseuse':*"
-- $4 = "danseuse"
-- $5 = "'danseuse':*"
-- $6 = "'danseuse':*"
-- $7 = "danseuse"
-- $8 = "'danseuse':*"
-- $9 = "'danseuse':*"
-- $10 = "danseuse"
-- $11 = "'danseuse':*"
-- $12 = "'danseuse':*"
-- $13 = "nord"
