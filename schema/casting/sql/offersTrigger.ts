import { derived, type Derived } from '#model'

/**
 * Triggers that call a function with the offers that a changed row shows itself in, in the order of their ids, so that
 * two who change at once do not wait for each other. `offers`: SQL of their ids as `offer_id`, with `new` and `old`;
 * `first`: statements that come before.
 */
export const offersTrigger = (verb: string, calls: string) => (on: string, when: string, offers: string, first = ''): Derived => derived({
  name: `trigger ${verb} of ${on}`, needs: [`function ${calls}`], replaces: true,
  create: `create or replace function ${verb}_${on}() returns trigger language plpgsql as $${verb}$
begin${first}
  perform ${calls}(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (${offers}) o) found where found.ids is not null;
  return null;
end $${verb}$;
create or replace trigger ${verb} after ${when} on ${on} for each row execute function ${verb}_${on}()`,
  drop: `do $$ begin drop trigger if exists ${verb} on ${on}; exception when undefined_table then null; end $$;
drop function if exists ${verb}_${on}()`,
})
