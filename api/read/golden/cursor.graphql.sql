select coalesce(json_agg(r), '[]') as items,
  json_agg(json_build_array(to_char(t0."publish_from" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), t0."id"::text)) as positions
from (
  select t0.*
  from "offer" t0
  where (t0."publish_from", t0."id") < ($1::timestamptz, $2::uuid)
  order by t0."publish_from" desc, t0."id" desc
  limit 21
) t0
cross join lateral (
  select t0."title" as "title"
) r
-- $1 = "2026-01-01T00:00:00.000Z"
-- $2 = "00000000-0000-7000-8000-000000000001"
