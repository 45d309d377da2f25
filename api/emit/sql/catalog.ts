import type { ClientBase } from 'pg'

/** Everything in the current schema that somebody made, by kind and name, in the words of PostgreSQL. */
export async function catalog(client: ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<{ thing: string; definition: string }>(catalogSql)
  return new Map(rows.map(({ thing, definition }) => [thing, definition]))
}

const here = `(select oid from pg_namespace where nspname = current_schema())`
/** What an extension brought is the extension's own business. */
const own = (oid: string): string => `not exists (select from pg_depend where objid = ${oid} and deptype = 'e')`
/** Definitions name a schema only where the search path does not reach; ours is always reached. */
const plain = (definition: string): string => `replace(${definition}, quote_ident(current_schema()) || '.', '')`

const catalogSql = `
select 'table ' || relname as thing, '' as definition from pg_class where relnamespace = ${here} and relkind in ('r', 'p') and ${own('oid')}
union all
select 'column ' || relname || '.' || attname, ${plain(`concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end,
    case when attgenerated <> '' then 'generated as' when d.oid is not null then 'default' end, pg_get_expr(adbin, adrelid))`)}
  from pg_attribute join pg_class c on c.oid = attrelid left join pg_attrdef d on d.adrelid = attrelid and adnum = attnum
  where relnamespace = ${here} and relkind in ('r', 'p') and attnum > 0 and not attisdropped and ${own('c.oid')}
union all
select 'constraint ' || c.relname || '.' || conname, ${plain('pg_get_constraintdef(k.oid)')}
  from pg_constraint k join pg_class c on c.oid = conrelid where connamespace = ${here} and contype <> 'n'
union all
select 'index ' || i.relname, ${plain('pg_get_indexdef(i.oid)')}
  from pg_index x join pg_class i on i.oid = indexrelid where i.relnamespace = ${here} and not indisprimary and ${own('i.oid')}
union all
select 'trigger ' || relname || '.' || tgname, ${plain('pg_get_triggerdef(t.oid)')}
  from pg_trigger t join pg_class c on c.oid = tgrelid where relnamespace = ${here} and not tgisinternal
union all
select 'function ' || proname || '(' || pg_get_function_identity_arguments(oid) || ')', ${plain('coalesce(pg_get_function_sqlbody(oid), prosrc)')} || ' ' || provolatile::text
  from pg_proc where pronamespace = ${here} and ${own('oid')}
union all
select 'sequence ' || relname, format_type(seqtypid, null) || ' from ' || seqstart
  from pg_sequence join pg_class on oid = seqrelid where relnamespace = ${here} and ${own('oid')}
union all
select 'text search configuration ' || cfgname, string_agg(concat_ws(' ', maptokentype, mapseqno, mapdict::regdictionary), ', ' order by maptokentype, mapseqno)
  from pg_ts_config join pg_ts_config_map on mapcfg = oid where cfgnamespace = ${here} group by cfgname
union all
select 'extension ' || extname, '' from pg_extension where extname <> 'plpgsql'`
