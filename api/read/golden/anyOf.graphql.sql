select coalesce(json_agg(r), '[]') as items
from (
  select t0.*
  from "comment" t0
  where t0."subject_entity" = $1
  order by t0."created_at" desc, t0."id" desc
  limit 20
) t0
cross join lateral (
  select t0."text" as "text",
    case when t0."subject_id" is not null then json_build_object('entity', t0."subject_entity", 'id', t0."subject_id", 'label', case t0."subject_entity" when 'Offer' then (
    select t1."title"
    from "offer" t1
    where t1."id" = t0."subject_id"
  ) when 'Client' then (
    select coalesce(t1."company_name", (
      select t2."name"
      from "party" t2
      where t2."id" = t1."organisation_id" and t2."kind" = 'ORGANISATION'
    ))
    from "client" t1
    where t1."id" = t0."subject_id"
  ) when 'Person' then (
    select t1."name"
    from "party" t1
    where t1."id" = t0."subject_id" and t1."kind" = 'PERSON'
  ) end) end as "@subject"
) r
-- $1 = "Offer"
