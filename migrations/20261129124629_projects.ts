import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129124629_projects extends Migration {
  override readonly name = '20261129124629_projects'

  override up(): void {
    this.addSql(`create table "project" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "name" varchar(160) not null, "kind" varchar(40) not null default 'ARTISTIC', "starts_on" date not null, "ends_on" date null, "released_on" date null, "summary" text null, "is_public" boolean null, "is_major" boolean null, "manager_id" uuid null, "state" varchar(40) not null default 'IDEA', primary key ("id"));

create table "project_members" ("project_id" uuid not null, "user_id" uuid not null, primary key ("project_id", "user_id"));

create table "project_parties" ("project_id" uuid not null, "party_id" uuid not null, primary key ("project_id", "party_id"));

alter table "contract" add "project_id" uuid null;
alter table "contract" add constraint "contract__project_id_fkey" foreign key ("project_id") references "project" ("id") on update no action on delete no action deferrable initially immediate;

alter table "event" add "project_id" uuid null;
alter table "event" add constraint "event__project_id_fkey" foreign key ("project_id") references "project" ("id") on update no action on delete no action deferrable initially immediate;

alter table "project" add constraint "project__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "project" add constraint "project__manager_id_fkey" foreign key ("manager_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;

alter table "project_members" add constraint "project_members__project_id_fkey" foreign key ("project_id") references "project" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "project_members" add constraint "project_members__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete cascade deferrable initially immediate;

alter table "project_parties" add constraint "project_parties__project_id_fkey" foreign key ("project_id") references "project" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "project_parties" add constraint "project_parties__party_id_fkey" foreign key ("party_id") references "party" ("id") on update no action on delete cascade deferrable initially immediate`)
    this.addSql(`create index "contract__project_index" on "contract" ("project_id")`)
    this.addSql(`create or replace function "history_of_contract"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."number" is distinct from old."number" then change_of('number', to_json(old."number"), to_json(new."number")) end,
    case when new."kind" is distinct from old."kind" then change_of('kind', to_json(old."kind"), to_json(new."kind")) end,
    case when new."title" is distinct from old."title" then change_of('title', to_json(old."title"), to_json(new."title")) end,
    case when new."client_id" is distinct from old."client_id" then change_of('client', to_json(old."client_id"), to_json(new."client_id")) end,
    case when new."sales_contact_id" is distinct from old."sales_contact_id" then change_of('salesContact', to_json(old."sales_contact_id"), to_json(new."sales_contact_id")) end,
    case when new."body" is distinct from old."body" then change_of('body', to_json(case when old."body" is not null then '•' end), to_json(case when new."body" is not null then '•' end)) end,
    case when (new."total_amount", new."total_amount_currency") is distinct from (old."total_amount", old."total_amount_currency") then change_of('totalAmount', to_json(case when old."total_amount" is null then null else json_build_object('amount', old."total_amount", 'currency', old."total_amount_currency") end), to_json(case when new."total_amount" is null then null else json_build_object('amount', new."total_amount", 'currency', new."total_amount_currency") end)) end,
    case when (new."amount_due", new."amount_due_currency") is distinct from (old."amount_due", old."amount_due_currency") then change_of('amountDue', to_json(case when old."amount_due" is null then null else json_build_object('amount', old."amount_due", 'currency', old."amount_due_currency") end), to_json(case when new."amount_due" is null then null else json_build_object('amount', new."amount_due", 'currency', new."amount_due_currency") end)) end,
    case when new."contract_type_id" is distinct from old."contract_type_id" then change_of('contractType', to_json(old."contract_type_id"), to_json(new."contract_type_id")) end,
    case when new."project_id" is distinct from old."project_id" then change_of('project', to_json(old."project_id"), to_json(new."project_id")) end,
    case when new."starts_on" is distinct from old."starts_on" then change_of('startsOn', to_json(to_char(old."starts_on", 'YYYY-MM-DD')), to_json(to_char(new."starts_on", 'YYYY-MM-DD'))) end,
    case when new."ends_on" is distinct from old."ends_on" then change_of('endsOn', to_json(to_char(old."ends_on", 'YYYY-MM-DD')), to_json(to_char(new."ends_on", 'YYYY-MM-DD'))) end,
    case when new."renewal_on" is distinct from old."renewal_on" then change_of('renewalOn', to_json(to_char(old."renewal_on", 'YYYY-MM-DD')), to_json(to_char(new."renewal_on", 'YYYY-MM-DD'))) end,
    case when new."exclusivity" is distinct from old."exclusivity" then change_of('exclusivity', to_json(old."exclusivity"), to_json(new."exclusivity")) end,
    case when new."signed_at" is distinct from old."signed_at" then change_of('signedAt', to_json(to_char(old."signed_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."signed_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Contract', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "contract" for each row execute function "history_of_contract"()`)
    this.addSql(`create index "event__project_index" on "event" ("project_id")`)
    this.addSql(`create or replace function "history_of_event"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."number" is distinct from old."number" then change_of('number', to_json(old."number"), to_json(new."number")) end,
    case when new."title" is distinct from old."title" then change_of('title', to_json(old."title"), to_json(new."title")) end,
    case when new."kind" is distinct from old."kind" then change_of('kind', to_json(old."kind"), to_json(new."kind")) end,
    case when new."line" is distinct from old."line" then change_of('line', to_json(old."line"), to_json(new."line")) end,
    case when new."contract_id" is distinct from old."contract_id" then change_of('contract', to_json(old."contract_id"), to_json(new."contract_id")) end,
    case when new."project_id" is distinct from old."project_id" then change_of('project', to_json(old."project_id"), to_json(new."project_id")) end,
    case when new."client_id" is distinct from old."client_id" then change_of('client', to_json(old."client_id"), to_json(new."client_id")) end,
    case when new."client_contact_id" is distinct from old."client_contact_id" then change_of('clientContact', to_json(old."client_contact_id"), to_json(new."client_contact_id")) end,
    case when new."support_contact_id" is distinct from old."support_contact_id" then change_of('supportContact', to_json(old."support_contact_id"), to_json(new."support_contact_id")) end,
    case when (new."start_at", new."start_at_zone") is distinct from (old."start_at", old."start_at_zone") then change_of('startAt', to_json(case when old."start_at" is null then null else json_build_object('at', to_char(old."start_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'zone', old."start_at_zone") end), to_json(case when new."start_at" is null then null else json_build_object('at', to_char(new."start_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'zone', new."start_at_zone") end)) end,
    case when (new."end_at", new."end_at_zone") is distinct from (old."end_at", old."end_at_zone") then change_of('endAt', to_json(case when old."end_at" is null then null else json_build_object('at', to_char(old."end_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'zone', old."end_at_zone") end), to_json(case when new."end_at" is null then null else json_build_object('at', to_char(new."end_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'zone', new."end_at_zone") end)) end,
    case when new."location_text" is distinct from old."location_text" then change_of('locationText', to_json(old."location_text"), to_json(new."location_text")) end,
    case when new."expected_attendees" is distinct from old."expected_attendees" then change_of('expectedAttendees', to_json(old."expected_attendees"), to_json(new."expected_attendees")) end,
    case when new."actual_attendees" is distinct from old."actual_attendees" then change_of('actualAttendees', to_json(old."actual_attendees"), to_json(new."actual_attendees")) end,
    case when new."notes" is distinct from old."notes" then change_of('notes', to_json(old."notes"), to_json(new."notes")) end,
    case when new."visibility" is distinct from old."visibility" then change_of('visibility', to_json(old."visibility"), to_json(new."visibility")) end,
    case when new."highlighted" is distinct from old."highlighted" then change_of('highlighted', to_json(old."highlighted"), to_json(new."highlighted")) end,
    case when new."ticket_url" is distinct from old."ticket_url" then change_of('ticketUrl', to_json(old."ticket_url"), to_json(new."ticket_url")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Event', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "event" for each row execute function "history_of_event"()`)
    this.addSql(`-- of name varchar(160), summary text
alter table "project" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A') || setweight(to_tsvector('coulisses', coalesce("summary", '')) || to_tsvector('coulisses_plain', coalesce("summary", '')), 'B')) stored`)
    this.addSql(`create index "project__search_index" on "project" using gin ("search")`)
    this.addSql(`alter table "project" add constraint "project__kind_choice" check ("kind" in ('ARTISTIC', 'TOUR', 'EVENT', 'CAMPAIGN', 'CLIENT'))`)
    this.addSql(`alter table "project" add constraint "project__state_choice" check ("state" in ('IDEA', 'ACTIVE', 'DONE', 'CANCELLED'))`)
    this.addSql(`alter table "project" add constraint "project__project_ends_after_it_starts_check" check (ends_on >= starts_on)`)
    this.addSql(`create index "project__starts_on_index" on "project" ("starts_on", "id")`)
    this.addSql(`create index "project__name_folded_index" on "project" (fold("name"), "id")`)
    this.addSql(`create index "project__created_at_index" on "project" ("created_at", "id")`)
    this.addSql(`create index "project__created_by_index" on "project" ("created_by_id")`)
    this.addSql(`create index "project__name_index" on "project" ("name", "id")`)
    this.addSql(`create index "project__manager_index" on "project" ("manager_id")`)
    this.addSql(`create index "project__name_trigram" on "project" using gin (fold("name") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "project" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_project"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."kind" is distinct from old."kind" then change_of('kind', to_json(old."kind"), to_json(new."kind")) end,
    case when new."starts_on" is distinct from old."starts_on" then change_of('startsOn', to_json(to_char(old."starts_on", 'YYYY-MM-DD')), to_json(to_char(new."starts_on", 'YYYY-MM-DD'))) end,
    case when new."ends_on" is distinct from old."ends_on" then change_of('endsOn', to_json(to_char(old."ends_on", 'YYYY-MM-DD')), to_json(to_char(new."ends_on", 'YYYY-MM-DD'))) end,
    case when new."released_on" is distinct from old."released_on" then change_of('releasedOn', to_json(to_char(old."released_on", 'YYYY-MM-DD')), to_json(to_char(new."released_on", 'YYYY-MM-DD'))) end,
    case when new."summary" is distinct from old."summary" then change_of('summary', to_json(old."summary"), to_json(new."summary")) end,
    case when new."is_public" is distinct from old."is_public" then change_of('isPublic', to_json(old."is_public"), to_json(new."is_public")) end,
    case when new."is_major" is distinct from old."is_major" then change_of('isMajor', to_json(old."is_major"), to_json(new."is_major")) end,
    case when new."manager_id" is distinct from old."manager_id" then change_of('manager', to_json(old."manager_id"), to_json(new."manager_id")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Project', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "project" for each row execute function "history_of_project"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "project" for each statement execute function refuse_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "project" for each statement execute function announce_change()`)
    this.addSql(`create index "project_members__user_id_index" on "project_members" ("user_id", "project_id")`)
    this.addSql(`create or replace function "history_of_project_members"() returns trigger language plpgsql as $history$
declare
  actor jsonb := nullif(current_setting('coulisses.actor', true), '')::jsonb;
begin
  if tg_op = 'INSERT' then
    if actor is null then
      update "project" set version = version + 1 where id in (select "project_id" from pairs_now);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'Project', pairs.id, coalesce(owner.version, 0), jsonb_build_object('members', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "project_id" as id, jsonb_agg("user_id") as added, '[]'::jsonb as removed, null::jsonb as reordered from pairs_now group by 1) pairs left join "project" owner on owner.id = pairs.id;
  elsif tg_op = 'DELETE' then
    if actor is null then
      update "project" set version = version + 1 where id in (select "project_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'Project', pairs.id, coalesce(owner.version, 0), jsonb_build_object('members', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "project_id" as id, jsonb_agg("user_id") as removed, '[]'::jsonb as added, null::jsonb as reordered from pairs_before group by 1) pairs left join "project" owner on owner.id = pairs.id;
  else
    if actor is null then
      update "project" set version = version + 1 where id in (select "project_id" from pairs_now union select "project_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'Project', pairs.id, coalesce(owner.version, 0), jsonb_build_object('members', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select pair.id, coalesce(jsonb_agg(pair.became) filter (where pair.was is null), '[]') as added, coalesce(jsonb_agg(pair.was) filter (where pair.became is null), '[]') as removed, null::jsonb as reordered
      from (select coalesce(n."project_id", o."project_id") as id, n."user_id" as became, o."user_id" as was, false as moved
        from pairs_now n full join pairs_before o on n."project_id" = o."project_id" and n."user_id" = o."user_id") pair
      group by pair.id having bool_or(pair.became is null or pair.was is null or pair.moved)) pairs left join "project" owner on owner.id = pairs.id;
  end if;
  return null;
end $history$;
create or replace trigger "history_insert" after insert on "project_members" referencing new table as pairs_now for each statement execute function "history_of_project_members"();
create or replace trigger "history_delete" after delete on "project_members" referencing old table as pairs_before for each statement execute function "history_of_project_members"();
create or replace trigger "history_update" after update on "project_members" referencing old table as pairs_before new table as pairs_now for each statement execute function "history_of_project_members"()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "project_members" for each statement execute function announce_change()`)
    this.addSql(`create index "project_parties__party_id_index" on "project_parties" ("party_id", "project_id")`)
    this.addSql(`create or replace function "history_of_project_parties"() returns trigger language plpgsql as $history$
declare
  actor jsonb := nullif(current_setting('coulisses.actor', true), '')::jsonb;
begin
  if tg_op = 'INSERT' then
    if actor is null then
      update "project" set version = version + 1 where id in (select "project_id" from pairs_now);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'Project', pairs.id, coalesce(owner.version, 0), jsonb_build_object('parties', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "project_id" as id, jsonb_agg("party_id") as added, '[]'::jsonb as removed, null::jsonb as reordered from pairs_now group by 1) pairs left join "project" owner on owner.id = pairs.id;
  elsif tg_op = 'DELETE' then
    if actor is null then
      update "project" set version = version + 1 where id in (select "project_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'Project', pairs.id, coalesce(owner.version, 0), jsonb_build_object('parties', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "project_id" as id, jsonb_agg("party_id") as removed, '[]'::jsonb as added, null::jsonb as reordered from pairs_before group by 1) pairs left join "project" owner on owner.id = pairs.id;
  else
    if actor is null then
      update "project" set version = version + 1 where id in (select "project_id" from pairs_now union select "project_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'Project', pairs.id, coalesce(owner.version, 0), jsonb_build_object('parties', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select pair.id, coalesce(jsonb_agg(pair.became) filter (where pair.was is null), '[]') as added, coalesce(jsonb_agg(pair.was) filter (where pair.became is null), '[]') as removed, null::jsonb as reordered
      from (select coalesce(n."project_id", o."project_id") as id, n."party_id" as became, o."party_id" as was, false as moved
        from pairs_now n full join pairs_before o on n."project_id" = o."project_id" and n."party_id" = o."party_id") pair
      group by pair.id having bool_or(pair.became is null or pair.was is null or pair.moved)) pairs left join "project" owner on owner.id = pairs.id;
  end if;
  return null;
end $history$;
create or replace trigger "history_insert" after insert on "project_parties" referencing new table as pairs_now for each statement execute function "history_of_project_parties"();
create or replace trigger "history_delete" after delete on "project_parties" referencing old table as pairs_before for each statement execute function "history_of_project_parties"();
create or replace trigger "history_update" after update on "project_parties" referencing old table as pairs_before new table as pairs_now for each statement execute function "history_of_project_parties"()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "project_parties" for each statement execute function announce_change()`)
  }

  override down(): void {
    this.addSql(`do $$ begin drop trigger if exists "announce" on "project_parties"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history_insert" on "project_parties"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_delete" on "project_parties"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_update" on "project_parties"; exception when undefined_table then null; end $$;
drop function if exists "history_of_project_parties"()`)
    this.addSql(`drop index if exists "project_parties__party_id_index"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "project_members"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history_insert" on "project_members"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_delete" on "project_members"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_update" on "project_members"; exception when undefined_table then null; end $$;
drop function if exists "history_of_project_members"()`)
    this.addSql(`drop index if exists "project_members__user_id_index"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "project"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "project"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "project"; exception when undefined_table then null; end $$;
drop function if exists "history_of_project"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "project"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "project__name_trigram"`)
    this.addSql(`drop index if exists "project__manager_index"`)
    this.addSql(`drop index if exists "project__name_index"`)
    this.addSql(`drop index if exists "project__created_by_index"`)
    this.addSql(`drop index if exists "project__created_at_index"`)
    this.addSql(`drop index if exists "project__name_folded_index"`)
    this.addSql(`drop index if exists "project__starts_on_index"`)
    this.addSql(`alter table if exists "project" drop constraint if exists "project__project_ends_after_it_starts_check"`)
    this.addSql(`alter table if exists "project" drop constraint if exists "project__state_choice"`)
    this.addSql(`alter table if exists "project" drop constraint if exists "project__kind_choice"`)
    this.addSql(`drop index if exists "project__search_index"`)
    this.addSql(`alter table if exists "project" drop column if exists "search"`)
    this.addSql(`drop index if exists "event__project_index"`)
    this.addSql(`drop index if exists "contract__project_index"`)
    this.addSql(`alter table "project_members" drop constraint "project_members__project_id_fkey";
alter table "project_parties" drop constraint "project_parties__project_id_fkey";
alter table "contract" drop constraint "contract__project_id_fkey";
alter table "event" drop constraint "event__project_id_fkey";

drop table if exists "project" cascade;
drop table if exists "project_members" cascade;
drop table if exists "project_parties" cascade;

alter table "contract" drop column "project_id";

alter table "event" drop column "project_id"`)
    this.addSql(`create or replace function "history_of_contract"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."number" is distinct from old."number" then change_of('number', to_json(old."number"), to_json(new."number")) end,
    case when new."kind" is distinct from old."kind" then change_of('kind', to_json(old."kind"), to_json(new."kind")) end,
    case when new."title" is distinct from old."title" then change_of('title', to_json(old."title"), to_json(new."title")) end,
    case when new."client_id" is distinct from old."client_id" then change_of('client', to_json(old."client_id"), to_json(new."client_id")) end,
    case when new."sales_contact_id" is distinct from old."sales_contact_id" then change_of('salesContact', to_json(old."sales_contact_id"), to_json(new."sales_contact_id")) end,
    case when new."body" is distinct from old."body" then change_of('body', to_json(case when old."body" is not null then '•' end), to_json(case when new."body" is not null then '•' end)) end,
    case when (new."total_amount", new."total_amount_currency") is distinct from (old."total_amount", old."total_amount_currency") then change_of('totalAmount', to_json(case when old."total_amount" is null then null else json_build_object('amount', old."total_amount", 'currency', old."total_amount_currency") end), to_json(case when new."total_amount" is null then null else json_build_object('amount', new."total_amount", 'currency', new."total_amount_currency") end)) end,
    case when (new."amount_due", new."amount_due_currency") is distinct from (old."amount_due", old."amount_due_currency") then change_of('amountDue', to_json(case when old."amount_due" is null then null else json_build_object('amount', old."amount_due", 'currency', old."amount_due_currency") end), to_json(case when new."amount_due" is null then null else json_build_object('amount', new."amount_due", 'currency', new."amount_due_currency") end)) end,
    case when new."contract_type_id" is distinct from old."contract_type_id" then change_of('contractType', to_json(old."contract_type_id"), to_json(new."contract_type_id")) end,
    case when new."starts_on" is distinct from old."starts_on" then change_of('startsOn', to_json(to_char(old."starts_on", 'YYYY-MM-DD')), to_json(to_char(new."starts_on", 'YYYY-MM-DD'))) end,
    case when new."ends_on" is distinct from old."ends_on" then change_of('endsOn', to_json(to_char(old."ends_on", 'YYYY-MM-DD')), to_json(to_char(new."ends_on", 'YYYY-MM-DD'))) end,
    case when new."renewal_on" is distinct from old."renewal_on" then change_of('renewalOn', to_json(to_char(old."renewal_on", 'YYYY-MM-DD')), to_json(to_char(new."renewal_on", 'YYYY-MM-DD'))) end,
    case when new."exclusivity" is distinct from old."exclusivity" then change_of('exclusivity', to_json(old."exclusivity"), to_json(new."exclusivity")) end,
    case when new."signed_at" is distinct from old."signed_at" then change_of('signedAt', to_json(to_char(old."signed_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."signed_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Contract', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "contract" for each row execute function "history_of_contract"()`)
    this.addSql(`create or replace function "history_of_event"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."number" is distinct from old."number" then change_of('number', to_json(old."number"), to_json(new."number")) end,
    case when new."title" is distinct from old."title" then change_of('title', to_json(old."title"), to_json(new."title")) end,
    case when new."kind" is distinct from old."kind" then change_of('kind', to_json(old."kind"), to_json(new."kind")) end,
    case when new."line" is distinct from old."line" then change_of('line', to_json(old."line"), to_json(new."line")) end,
    case when new."contract_id" is distinct from old."contract_id" then change_of('contract', to_json(old."contract_id"), to_json(new."contract_id")) end,
    case when new."client_id" is distinct from old."client_id" then change_of('client', to_json(old."client_id"), to_json(new."client_id")) end,
    case when new."client_contact_id" is distinct from old."client_contact_id" then change_of('clientContact', to_json(old."client_contact_id"), to_json(new."client_contact_id")) end,
    case when new."support_contact_id" is distinct from old."support_contact_id" then change_of('supportContact', to_json(old."support_contact_id"), to_json(new."support_contact_id")) end,
    case when (new."start_at", new."start_at_zone") is distinct from (old."start_at", old."start_at_zone") then change_of('startAt', to_json(case when old."start_at" is null then null else json_build_object('at', to_char(old."start_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'zone', old."start_at_zone") end), to_json(case when new."start_at" is null then null else json_build_object('at', to_char(new."start_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'zone', new."start_at_zone") end)) end,
    case when (new."end_at", new."end_at_zone") is distinct from (old."end_at", old."end_at_zone") then change_of('endAt', to_json(case when old."end_at" is null then null else json_build_object('at', to_char(old."end_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'zone', old."end_at_zone") end), to_json(case when new."end_at" is null then null else json_build_object('at', to_char(new."end_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'zone', new."end_at_zone") end)) end,
    case when new."location_text" is distinct from old."location_text" then change_of('locationText', to_json(old."location_text"), to_json(new."location_text")) end,
    case when new."expected_attendees" is distinct from old."expected_attendees" then change_of('expectedAttendees', to_json(old."expected_attendees"), to_json(new."expected_attendees")) end,
    case when new."actual_attendees" is distinct from old."actual_attendees" then change_of('actualAttendees', to_json(old."actual_attendees"), to_json(new."actual_attendees")) end,
    case when new."notes" is distinct from old."notes" then change_of('notes', to_json(old."notes"), to_json(new."notes")) end,
    case when new."visibility" is distinct from old."visibility" then change_of('visibility', to_json(old."visibility"), to_json(new."visibility")) end,
    case when new."highlighted" is distinct from old."highlighted" then change_of('highlighted', to_json(old."highlighted"), to_json(new."highlighted")) end,
    case when new."ticket_url" is distinct from old."ticket_url" then change_of('ticketUrl', to_json(old."ticket_url"), to_json(new."ticket_url")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Event', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "event" for each row execute function "history_of_event"()`)
  }
}
