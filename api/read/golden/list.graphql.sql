select coalesce(json_agg(r), '[]') as items,
  json_agg(json_build_array(to_char(t0."publish_from" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), t0."id"::text)) as positions,
  (
  select count(*)::int
  from "offer" t0
  where (t0."state" is distinct from 'DRAFT' and t0."publish_from" >= $1)
) as total
from (
  select t0.*
  from "offer" t0
  where (t0."state" is distinct from 'DRAFT' and t0."publish_from" >= $2)
  order by t0."publish_from" desc, t0."id" desc
  limit 21 offset $3::bigint
) t0
cross join lateral (
  select t0."id" as "id",
    t0."title" as "title",
    to_char(t0."publish_from" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishFrom",
    case when t0."fee" is null then null else json_build_object('amount', t0."fee", 'currency', t0."fee_currency") end as "fee",
    (
    select row_to_json(r)
    from (
      select t1."id" as "id",
        t1."company_name" as "companyName"
      from "client" t1
      where t1."id" = t0."client_id"
    ) r
  ) as "@client",
    (
    select row_to_json(r)
    from (
      select t1."name" as "name",
        (
        select row_to_json(r)
        from (
          select t2."name" as "name"
          from "domain" t2
          where t2."id" = t1."domain_id"
        ) r
      ) as "@domain"
      from "profession" t1
      where t1."id" = t0."profession_id"
    ) r
  ) as "@profession",
    (
    select row_to_json(r)
    from (
      select t1."name" as "name",
        t1."email" as "email"
      from "party" t1
      where t1."id" = t0."contact_id" and t1."kind" = 'PERSON'
    ) r
  ) as "@contact",
    (
    select coalesce(json_agg(r), '[]')
    from (
      select t1."name" as "name"
      from (
        select t1.*
        from "offer_categories" j1 join "category" t1 on t1."id" = j1."category_id"
        where j1."offer_id" = t0."id"
        order by fold(t1."name"), t1."id"
        limit 20
      ) t1
    ) r
  ) as "@categories",
    (
    select coalesce(json_agg(r), '[]')
    from (
      select t1."name" as "name"
      from (
        select t1.*
        from "offer_cast" j1 join "party" t1 on t1."id" = j1."person_id"
        where j1."offer_id" = t0."id" and t1."kind" = 'PERSON'
        order by j1."position", t1."id"
        limit 5
      ) t1
    ) r
  ) as "@cast"
) r
-- $1 = "2026-01-01T00:00:00.000Z"
-- $2 = "2026-01-01T00:00:00.000Z"
-- $3 = 20
