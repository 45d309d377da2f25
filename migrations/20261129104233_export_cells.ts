import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129104233_export_cells extends Migration {
  override readonly name = '20261129104233_export_cells'

  override up(): void {
    this.addSql(`create function csv_quoted(value text) returns text language sql immutable parallel safe
  return case when value ~ '[",\\r\\n]' then '"' || replace(value, '"', '""') || '"' else value end;
create function csv_shown(value text) returns text language sql immutable parallel safe
  return (select string_agg(case when code < 32 and code not in (9, 10, 13) then chr(9216 + code) when code = 127 then chr(9249) when code between 128 and 159 then '⟨' || lpad(upper(to_hex(code)), 4, '0') || '⟩' else letter end, '' order by place)
    from (select letter, place, ascii(letter) as code from regexp_split_to_table(value, '') with ordinality as l(letter, place)) letters);
create function csv_guarded(value text) returns text language sql immutable parallel safe
  return case when value ~ '^[=+@\\t\\r-]' and value !~ '^-?[0-9]+([.][0-9]+)?$' then '''' || value else value end;
create function csv_cell(value text) returns text language sql immutable parallel safe
  return case
    when value ~ '[\\u0001-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]' then csv_quoted(csv_shown(csv_guarded(value)))
    when value ~ '^[=+@\\t\\r-]|[",\\r\\n]' then csv_quoted(csv_guarded(value))
    else coalesce(value, '') end`)
  }

  override down(): void {
    this.addSql(`drop function if exists csv_cell(text);
drop function if exists csv_guarded(text);
drop function if exists csv_shown(text);
drop function if exists csv_quoted(text)`)
  }
}
