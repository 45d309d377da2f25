with page as (
  select e.* from audit_entry e where e.entity_type = any($1::text[]) and e.entity_id = $2 and e.action in ('CREATE', 'UPDATE', 'DELETE') order by e.at desc, e.id desc limit 4
),
  refs as (
  select distinct c.key as field, case when v.id ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then v.id::uuid end as id
  from page e cross join lateral jsonb_each(case when jsonb_typeof(e.changes) = 'object' then e.changes else '{}' end) c
    cross join lateral (
  select c.value -> 'from' as value
  union all select c.value -> 'to'
  union all select jsonb_array_elements(case when jsonb_typeof(c.value -> 'added') = 'array' then c.value -> 'added' else '[]' end)
  union all select jsonb_array_elements(case when jsonb_typeof(c.value -> 'removed') = 'array' then c.value -> 'removed' else '[]' end)
  union all select jsonb_array_elements(case when jsonb_typeof(c.value -> 'reordered') = 'array' then c.value -> 'reordered' else '[]' end)
) part
    cross join lateral (
  select coalesce(part.value ->> 'id', part.value #>> '{}') as id
) v
  where c.key = any($3::text[])
)
select exists (
  select 1
  from "casting_offer" t0
  where t0."id" = $4
) as present,
  exists (
  select 1
  from "casting_offer" t0
  where t0."id" = $5
) as readable,
  (
  select to_json(array[]::boolean[])
  from "casting_offer" t0
  where t0."id" = $6
) as fields,
  (
  select coalesce(json_agg(json_build_object('id', e.id, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'action', e.action,
    'type', e.entity_type, 'user', (
    select json_build_object('id', u.id, 'fullName', coalesce(u."full_name", u."email"))
    from "user" u
    where u.id = e.user_id
  ), 'origin', e.origin, 'version', e.version, 'changes', e.changes) order by e.at desc, e.id desc), '[]')
  from page e
) as items,
  (
  select json_agg(json_build_array(to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.id::text) order by e.at desc, e.id desc)
  from page e
) as positions,
  (
  select json_object_agg(l.id, l.label)
  from (
    select t1."id" as id,
      coalesce(t1."full_name", t1."email") as label
    from "user" t1
    where t1."id" in (
      select refs.id
      from refs
      where refs.field = any($7::text[])
    )
    union all select t1."id" as id,
      coalesce(t1."company_name", (
      select t2."display_name"
      from "party" t2
      where t2."id" = t1."contact_id" and t2."kind" = 'PERSON'
    )) as label
    from "client" t1
    where t1."id" in (
      select refs.id
      from refs
      where refs.field = any($8::text[])
    ) and t1."lines" @> array['CASTING'::text]
    union all select t1."id" as id,
      t1."name" as label
    from "profession" t1
    where t1."id" in (
      select refs.id
      from refs
      where refs.field = any($9::text[])
    )
    union all select t1."id" as id,
      t1."name" as label
    from "contract_type" t1
    where t1."id" in (
      select refs.id
      from refs
      where refs.field = any($10::text[])
    )
    union all select t1."id" as id,
      t1."name" as label
    from "casting_category" t1
    where t1."id" in (
      select refs.id
      from refs
      where refs.field = any($11::text[])
    )
    union all select t1."id" as id,
      coalesce(t1."line1", t1."city", t1."free_text") as label
    from "address" t1
    where t1."id" in (
      select refs.id
      from refs
      where refs.field = any($12::text[])
    )
    union all select t1."id" as id,
      t1."display_name" as label
    from "party" t1
    where t1."id" in (
      select refs.id
      from refs
      where refs.field = any($13::text[])
    ) and t1."kind" = 'PERSON'
  ) l
) as labels,
  (
  select count(*)::int
  from audit_entry e
  where e.entity_type = any($14::text[]) and e.entity_id = $15 and e.action in ('CREATE', 'UPDATE', 'DELETE')
) as total
