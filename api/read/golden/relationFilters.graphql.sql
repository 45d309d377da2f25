select coalesce(json_agg(r), '[]') as items
from (
  select t0.*,
    "title of organisation".title as "sort by organisation"
  from "client" t0 left join lateral (
    select fold(t1."name") as title
    from "party" t1
    where t1."id" = t0."organisation_id" and t1."kind" = 'ORGANISATION'
  ) "title of organisation" on true
  where (exists (
    select 1
    from "party" t1
    where (t1."id" = t0."organisation_id" and t1."kind" = 'ORGANISATION' and exists (
      select 1
      from "person_employers" j2 join "party" t2 on t2."id" = j2."person_id"
      where (j2."organisation_id" = t1."id" and t2."kind" = 'PERSON' and t2."email" is not null)
    ))
  ) and t0."state" = 'ACTIVE' and exists (
    select 1
    from "offer" t1
    where (t1."client_id" = t0."id" and (exists (
      select 1
      from "offer_categories" j2 join "category" t2 on t2."id" = j2."category_id"
      where (j2."offer_id" = t1."id" and fold(t2."name") like /* plan anew */ (regexp_replace(fold($1::text), '([%_\\])', '\\\1', 'g') || '%'))
    )) is not true)
  ))
  order by "title of organisation".title desc, t0."id" desc
  limit 20
) t0
cross join lateral (
  select t0."company_name" as "companyName"
) r
-- $1 = "com"
