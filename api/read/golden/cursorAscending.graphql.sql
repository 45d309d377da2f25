select coalesce(json_agg(r), '[]') as items
from (
  select *
  from (
    (
      select t0.*
      from "offer" t0
      where (t0."publish_from" >= $1::timestamptz and (t0."publish_from" > $2::timestamptz or (t0."publish_from" = $3::timestamptz and (t0."posts" < $4::bigint or (t0."posts" = $5::bigint and (t0."id") < ($6::uuid))))))
      order by t0."publish_from", t0."posts" desc, t0."id" desc
      limit 5
    )
    union all (
      select t0.*
      from "offer" t0
      where t0."publish_from" is null
      order by t0."publish_from", t0."posts" desc, t0."id" desc
      limit 5
    )
  ) t0
  order by t0."publish_from", t0."posts" desc, t0."id" desc
  limit 5
) t0
cross join lateral (
  select t0."title" as "title"
) r
-- $1 = "2026-01-01T00:00:00.000Z"
-- $2 = "2026-01-01T00:00:00.000Z"
-- $3 = "2026-01-01T00:00:00.000Z"
-- $4 = "3"
-- $5 = "3"
-- $6 = "00000000-0000-7000-8000-000000000001"
