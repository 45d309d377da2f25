select (
  select row_to_json(r)
  from (
    select coalesce(
      (
        select t1."display_name"
        from "party" t1
        where t1."id" = t0."organisation_id" and t1."kind" = 'ORGANISATION'
      ),
        (
        select t1."display_name"
        from "party" t1
        where t1."id" = t0."contact_id" and t1."kind" = 'PERSON'
      )
    ) as "_label",
      t0."version" as "version",
      t0."source" as "source",
      t0."note" as "note",
      t0."state" as "state",
      (
      select row_to_json(r)
      from (
        select t1."id" as "id",
          t1."display_name" as "displayName",
          t1."email" as "email",
          case when t1."phone" is null then null else json_build_object('raw', t1."phone", 'e164', t1."phone_e164") end as "phone",
          (
          select row_to_json(r)
          from (
            select t2."code" as "code",
              t2."name" as "name"
            from "legal_status" t2
            where t2."id" = t1."legal_status_id"
          ) r
        ) as "@legalStatus",
          (
          select coalesce(json_agg(r), '[]')
          from (
            select t2."display_name" as "displayName",
              t2."job_title" as "jobTitle"
            from (
              select t2.*
              from "person_employers" j2 join "party" t2 on t2."id" = j2."person_id"
              where j2."organisation_id" = t1."id" and t2."kind" = 'PERSON'
              order by fold(t2."display_name"), t2."id"
              limit 20
            ) t2
          ) r
        ) as "@members",
          (
          select coalesce(json_agg(r), '[]')
          from (
            select t2."city" as "city"
            from (
              select t2.*
              from "party_addresses" j2 join "address" t2 on t2."id" = j2."address_id"
              where j2."party_id" = t1."id"
              order by fold(t2."city"), t2."id"
              limit 20
            ) t2
          ) r
        ) as "@addresses",
          (
          select row_to_json(r)
          from (
            select t2."name" as "name"
            from "file_asset" t2
            where t2."id" = t1."logo_id" and ((t2."created_by_id" is not null and t2."created_by_id" = $1::uuid) or (exists (
              select 1
              from "party" t3
              where (t3."picture_id" = t2."id" and t3."kind" = 'PERSON')
            ) or exists (
              select 1
              from "party" t3
              where (t3."logo_id" = t2."id" and t3."kind" = 'ORGANISATION')
            )) or (t2."visibility" = 'PUBLIC' and t2."state" = 'READY') or exists (
              select 1
              from "article" t3
              where t3."image_id" = t2."id"
            ))
          ) r
        ) as "@logo"
        from "party" t1
        where t1."id" = t0."organisation_id" and t1."kind" = 'ORGANISATION'
      ) r
    ) as "@organisation",
      (
      select row_to_json(r)
      from (
        select t1."display_name" as "displayName",
          (
          select row_to_json(r)
          from (
            select t2."email" as "email"
            from "user" t2
            where t2."person_id" = t1."id"
          ) r
        ) as "@user"
        from "party" t1
        where t1."id" = t0."contact_id" and t1."kind" = 'PERSON'
      ) r
    ) as "@contact",
      (
      select row_to_json(r)
      from (
        select t1."full_name" as "fullName"
        from "user" t1
        where t1."id" = t0."responsible_id"
      ) r
    ) as "@responsible",
      (
      select row_to_json(r)
      from (
        select t1."company_name" as "companyName",
          t1."state" as "state",
          (
          select coalesce(json_agg(r), '[]')
          from (
            select t2."reference" as "reference",
              t2."title" as "title",
              t2."state" as "state"
            from (
              select t2.*
              from "casting_offer" t2
              where t2."client_id" = t1."id"
              order by fold(t2."reference"), t2."id"
              limit 2
            ) t2
          ) r
        ) as "@offers",
          (
          select count(*)
          from "casting_offer" t2
          where t2."client_id" = t1."id" and t2."state" = 'DRAFT'
        ) as "@offersCount"
        from "client" t1
        where t1."id" = t0."client_id" and t1."lines" @> array['CASTING'::text]
      ) r
    ) as "@client",
      (
      select row_to_json(r)
      from (
        select t1."site_name" as "siteName",
          (
          select coalesce(json_agg(r), '[]')
          from (
            select t2."name" as "name"
            from (
              select t2.*
              from "partner_feed" t2
              where t2."partner_id" = t1."id"
              order by fold(t2."name"), t2."id"
              limit 20
            ) t2
          ) r
        ) as "@feeds"
        from "diffusion_partner" t1
        where t1."id" = t0."diffusion_partner_id"
      ) r
    ) as "@diffusionPartner",
      (
      select coalesce(json_agg(r), '[]')
      from (
        select t1."email" as "email",
          (
          select coalesce(json_agg(r), '[]')
          from (
            select t2."key" as "key"
            from (
              select t2.*
              from "user_roles" j2 join "role" t2 on t2."id" = j2."role_id"
              where j2."user_id" = t1."id"
              order by fold(t2."name"), t2."id"
              limit 20
            ) t2
          ) r
        ) as "@roles"
        from (
          select t1.*
          from "prospect_users" j1 join "user" t1 on t1."id" = j1."user_id"
          where j1."prospect_id" = t0."id"
          order by fold(t1."full_name"), t1."id"
          limit 20
        ) t1
      ) r
    ) as "@users",
      (
      select row_to_json(r)
      from (
        select t1."full_name" as "fullName"
        from "user" t1
        where t1."id" = t0."created_by_id"
      ) r
    ) as "@createdBy"
    from "prospect" t0
    where t0."id" = $2
  ) r
) as record
