select coalesce(json_agg(r), '[]') as items
from (
  select t0.*
  from "party" t0
  where t0."id" = any($1::uuid[])
  order by array_position($2::uuid[], t0."id")
) t0
cross join lateral (
  select t0."name" as "name",
    case t0."kind" when 'PERSON' then to_json(t0."height") end as "height",
    case t0."kind" when 'PERSON' then to_json(
    (
      select coalesce(json_agg(r), '[]')
      from (
        select t1."name" as "name"
        from (
          select t1.*
          from "person_employers" j1 join "party" t1 on t1."id" = j1."organisation_id"
          where j1."person_id" = t0."id" and t1."kind" = 'ORGANISATION'
          order by t1."created_at" desc, t1."id" desc
          limit 20
        ) t1
      ) r
    )
  ) end as "@employers",
    case t0."kind" when 'ORGANISATION' then to_json(t0."siret") end as "siret",
    case t0."kind" when 'PERSON' then 'Person' when 'ORGANISATION' then 'Organisation' end as "_entity"
) r
-- $1 = ["00000000-0000-7000-8000-000000000002","00000000-0000-7000-8000-000000000001"]
-- $2 = ["00000000-0000-7000-8000-000000000002","00000000-0000-7000-8000-000000000001"]
