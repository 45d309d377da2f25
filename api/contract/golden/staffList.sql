select coalesce(json_agg(r), '[]') as items,
  json_agg(json_build_array(to_char(t0."publish_from" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), t0."id"::text)) as positions,
  (
  select count(*)::int
  from "casting_offer" t0
  where (exists (
    select 1
    from "client" t1
    where (t1."id" = t0."client_id" and t1."lines" @> array['CASTING'::text] and fold(t1."company_name") like /* plan anew */ (regexp_replace(fold($1::text), '([%_\\])', '\\\1', 'g') || '%'))
  ) and t0."publish_from" >= $2)
) as total
from (
  select t0.*
  from "casting_offer" t0
  where (exists (
    select 1
    from "client" t1
    where (t1."id" = t0."client_id" and t1."lines" @> array['CASTING'::text] and fold(t1."company_name") like /* plan anew */ (regexp_replace(fold($3::text), '([%_\\])', '\\\1', 'g') || '%'))
  ) and t0."publish_from" >= $4)
  order by t0."publish_from" desc, t0."id" desc
  limit 21
) t0
cross join lateral (
  select t0."id" as "id",
    t0."version" as "version",
    t0."reference" as "reference",
    t0."title" as "title",
    to_char(t0."publish_from" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishFrom",
    t0."state" as "state",
    (
    select row_to_json(r)
    from (
      select t1."id" as "id",
        t1."company_name" as "companyName"
      from "client" t1
      where t1."id" = t0."client_id" and t1."lines" @> array['CASTING'::text]
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
          from "profession_domain" t2
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
      select t1."name" as "name"
      from "contract_type" t1
      where t1."id" = t0."contract_type_id"
    ) r
  ) as "@contractType",
    (
    select coalesce(json_agg(r), '[]')
    from (
      select t1."name" as "name"
      from (
        select t1.*
        from "casting_offer_categories" j1 join "casting_category" t1 on t1."id" = j1."casting_category_id"
        where j1."casting_offer_id" = t0."id"
        order by fold(t1."name"), t1."id"
        limit 20
      ) t1
    ) r
  ) as "@categories",
    (
    select row_to_json(r)
    from (
      select t1."city" as "city"
      from "address" t1
      where t1."id" = t0."address_id"
    ) r
  ) as "@address"
) r
