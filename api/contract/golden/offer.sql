select (
  select row_to_json(r)
  from (
    select t0."title" as "_label",
      t0."reference" as "reference",
      t0."title" as "title",
      t0."description" as "description",
      t0."internal_note" as "internalNote",
      to_char(t0."publish_from" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishFrom",
      to_char(t0."publish_until" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishUntil",
      t0."contact_public" as "contactPublic",
      t0."state" as "state",
      (
      select row_to_json(r)
      from (
        select t1."full_name" as "fullName"
        from "user" t1
        where t1."id" = t0."author_id"
      ) r
    ) as "@author",
      (
      select row_to_json(r)
      from (
        select t1."company_name" as "companyName",
          t1."lines" as "lines",
          (
          select row_to_json(r)
          from (
            select t2."display_name" as "displayName",
              (
              select coalesce(json_agg(r), '[]')
              from (
                select t3."city" as "city",
                  t3."country_code" as "countryCode",
                  (
                  select row_to_json(r)
                  from (
                    select t4."name" as "name"
                    from "region" t4
                    where t4."id" = t3."region_id"
                  ) r
                ) as "@region"
                from (
                  select t3.*
                  from "party_addresses" j3 join "address" t3 on t3."id" = j3."address_id"
                  where j3."party_id" = t2."id"
                  order by fold(t3."city"), t3."id"
                  limit 3
                ) t3
              ) r
            ) as "@addresses",
              (
              select count(*)
              from "client" t3
              where t3."organisation_id" = t2."id" and t3."lines" @> array['CASTING'::text]
            ) as "@offers"
            from "party" t2
            where t2."id" = t1."organisation_id" and t2."kind" = 'ORGANISATION'
          ) r
        ) as "@organisation"
        from "client" t1
        where t1."id" = t0."client_id" and t1."lines" @> array['CASTING'::text]
      ) r
    ) as "@client",
      (
      select row_to_json(r)
      from (
        select t1."id" as "id",
          t1."display_name" as "displayName",
          t1."email" as "email",
          case when t1."phone" is null then null else json_build_object('raw', t1."phone", 'e164', t1."phone_e164") end as "phone"
        from "party" t1
        where t1."id" = t0."contact_id" and t1."kind" = 'PERSON'
      ) r
    ) as "@contact",
      (
      select row_to_json(r)
      from (
        select t1."name" as "name",
          t1."feminine" as "feminine",
          t1."masculine" as "masculine"
        from "profession" t1
        where t1."id" = t0."profession_id"
      ) r
    ) as "@profession",
      (
      select coalesce(json_agg(r), '[]')
      from (
        select t1."name" as "name"
        from (
          select t1.*
          from "casting_offer_categories" j1 join "casting_category" t1 on t1."id" = j1."casting_category_id"
          where j1."casting_offer_id" = t0."id" and fold(t1."name") like /* plan anew */ (regexp_replace(fold($1::text), '([%_\\])', '\\\1', 'g') || '%')
          order by fold(t1."name"), t1."id"
          limit 20
        ) t1
      ) r
    ) as "@categories",
      (
      select count(*)
      from "casting_offer_categories" j1 join "casting_category" t1 on t1."id" = j1."casting_category_id"
      where j1."casting_offer_id" = t0."id"
    ) as "@categoriesCount"
    from "casting_offer" t0
    where t0."id" = $2
  ) r
) as record
