select coalesce(json_agg(r), '[]') as items,
  json_agg(json_build_array(to_char(t0."publish_from" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), t0."id"::text)) as positions,
  (
  select count(*)::int
  from "casting_offer" t0
  where (t0."state" = 'PUBLISHED' and t0."publish_from" <= now() and (t0."publish_until" is null or t0."publish_until" > now())) and t0."id" in (
    select t1."id"
    from "casting_offer" t1
    where t1."search" @@ (
      select coalesce(nullif((plainto_tsquery('coulisses', $1) || to_tsquery('coulisses_plain', $2)) && (plainto_tsquery('coulisses', $3) || to_tsquery('coulisses_plain', $4)), ''::tsquery), $5::tsquery)
    )
    union all select t1."id"
    from "casting_offer" t1
    where t1."profession_id" in (
      select t2."id"
      from "profession" t2
      where t2."search" @@ (
        select coalesce(nullif((plainto_tsquery('coulisses', $6) || to_tsquery('coulisses_plain', $7)) && (plainto_tsquery('coulisses', $8) || to_tsquery('coulisses_plain', $9)), ''::tsquery), $10::tsquery)
      )
    )
    union all select t1."id"
    from "casting_offer" t1
    where t1."client_id" in (
      select t2."id"
      from "client" t2
      where exists (
        select 1
        from "casting_offer" t3
        where (t3."client_id" = t2."id" and (t3."state" = 'PUBLISHED' and t3."publish_from" <= now() and (t3."publish_until" is null or t3."publish_until" > now())))
      ) and t2."search" @@ (
        select coalesce(nullif((plainto_tsquery('coulisses', $11) || to_tsquery('coulisses_plain', $12)) && (plainto_tsquery('coulisses', $13) || to_tsquery('coulisses_plain', $14)), ''::tsquery), $15::tsquery)
      )
    )
  )
) as total
from (
  select t0.*
  from "casting_offer" t0
  where (t0."state" = 'PUBLISHED' and t0."publish_from" <= now() and (t0."publish_until" is null or t0."publish_until" > now())) and t0."id" in (
    select t1."id"
    from "casting_offer" t1
    where t1."search" @@ (
      select coalesce(nullif((plainto_tsquery('coulisses', $16) || to_tsquery('coulisses_plain', $17)) && (plainto_tsquery('coulisses', $18) || to_tsquery('coulisses_plain', $19)), ''::tsquery), $20::tsquery)
    )
    union all select t1."id"
    from "casting_offer" t1
    where t1."profession_id" in (
      select t2."id"
      from "profession" t2
      where t2."search" @@ (
        select coalesce(nullif((plainto_tsquery('coulisses', $21) || to_tsquery('coulisses_plain', $22)) && (plainto_tsquery('coulisses', $23) || to_tsquery('coulisses_plain', $24)), ''::tsquery), $25::tsquery)
      )
    )
    union all select t1."id"
    from "casting_offer" t1
    where t1."client_id" in (
      select t2."id"
      from "client" t2
      where exists (
        select 1
        from "casting_offer" t3
        where (t3."client_id" = t2."id" and (t3."state" = 'PUBLISHED' and t3."publish_from" <= now() and (t3."publish_until" is null or t3."publish_until" > now())))
      ) and t2."search" @@ (
        select coalesce(nullif((plainto_tsquery('coulisses', $26) || to_tsquery('coulisses_plain', $27)) && (plainto_tsquery('coulisses', $28) || to_tsquery('coulisses_plain', $29)), ''::tsquery), $30::tsquery)
      )
    )
  )
  order by t0."publish_from" desc, t0."id" desc
  limit 11
) t0
cross join lateral (
  select t0."reference" as "reference",
    t0."title" as "title",
    t0."description" as "description",
    t0."posts" as "posts",
    (
    select row_to_json(r)
    from (
      select t1."company_name" as "companyName"
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
      select t1."city" as "city",
        t1."country_code" as "countryCode"
      from "address" t1
      where t1."id" = t0."address_id"
    ) r
  ) as "@address",
    case when (t0."state" = 'PUBLISHED' and t0."publish_from" <= now() and (t0."publish_until" is null or t0."publish_until" > now()) and t0."contact_public" = true) then to_json(
    (
      select row_to_json(r)
      from (
        select t1."display_name" as "displayName"
        from "party" t1
        where t1."id" = t0."contact_id" and (t1."kind" = 'PERSON' and exists (
          select 1
          from "casting_offer" t2
          where (t2."contact_id" = t1."id" and (t2."state" = 'PUBLISHED' and t2."publish_from" <= now() and (t2."publish_until" is null or t2."publish_until" > now()) and t2."contact_public" = true))
        ))
      ) r
    )
  ) else '"\u0000"'::json end as "@contact"
) r
