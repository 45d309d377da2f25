select coalesce(json_agg(r), '[]') as items
from (
  select t0.*
  from "offer" t0
  where (t0."state" = 'DRAFT' or (t0."author_id" is not null and t0."author_id" = $1::uuid)) and ((((t0."state" = 'DRAFT' and exists (
    select 1
    from "client" t1
    where (t1."id" = t0."client_id" and t1."state" is distinct from 'ARCHIVED')
  ))) is not true) is not true and fold(case when (t0."author_id" is not null and t0."author_id" = $2::uuid) then t0."internal_note" end) like /* plan anew */ ('%' || regexp_replace(fold($3::text), '([%_\\])', '\\\1', 'g') || '%'))
  order by case when (t0."author_id" is not null and t0."author_id" = $4::uuid) then t0."fee" end, t0."id"
  limit 20
) t0
cross join lateral (
  select t0."title" as "title",
    case when (t0."author_id" is not null and t0."author_id" = $5::uuid) then to_json(t0."internal_note") else '"\u0000"'::json end as "internalNote",
    case when t0."state" = 'DRAFT' then to_json(
    (
      select row_to_json(r)
      from (
        select t1."company_name" as "companyName"
        from "client" t1
        where t1."id" = t0."client_id" and t1."state" is distinct from 'ARCHIVED'
      ) r
    )
  ) else '"\u0000"'::json end as "@client"
) r
-- $1 = "11700000-0000-7000-8000-000000000001"
-- $2 = "11700000-0000-7000-8000-000000000001"
-- $3 = "x"
-- $4 = "11700000-0000-7000-8000-000000000001"
-- $5 = "11700000-0000-7000-8000-000000000001"
