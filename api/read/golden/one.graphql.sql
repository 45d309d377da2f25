select (
  select row_to_json(r)
  from (
    select coalesce(t0."company_name", (
      select t1."name"
      from "party" t1
      where t1."id" = t0."organisation_id" and t1."kind" = 'ORGANISATION'
    )) as "_label",
      t0."number" as "number",
      (
      select row_to_json(r)
      from (
        select t1."name" as "_label",
          t1."siret" as "siret"
        from "party" t1
        where t1."id" = t0."organisation_id" and t1."kind" = 'ORGANISATION'
      ) r
    ) as "@organisation",
      (
      select count(*)
      from "offer" t1
      where t1."client_id" = t0."id" and t1."state" = 'PUBLISHED'
    ) as "@offersCount",
      (
      select coalesce(json_agg(r), '[]')
      from (
        select t1."title" as "title",
          (
          select row_to_json(r)
          from (
            select t2."name" as "name"
            from "contract" t2
            where t2."offer_id" = t1."id"
          ) r
        ) as "@contract"
        from (
          select t1.*
          from "offer" t1
          where t1."client_id" = t0."id" and t1."posts" > $1::bigint
          order by fold(t1."title"), t1."id"
          limit 10 offset $2::bigint
        ) t1
      ) r
    ) as "@offers"
    from "client" t0
    where t0."id" = $3
  ) r
) as record
-- $1 = 1
-- $2 = 10
-- $3 = "00000000-0000-7000-8000-000000000001"
