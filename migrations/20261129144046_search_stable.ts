import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129144046_search_stable extends Migration {
  override readonly name = '20261129144046_search_stable'

  override up(): void {
    this.addSql(`create or replace function offer_words(given text) returns tsquery language plpgsql stable as $words$
declare
  words text[] := (words_of(given))[1:10];
  word text;
  stem text;
  forms tsquery;
  found tsquery;
begin
  foreach word in array words loop
    stem := stem_of(word);
    -- «du», «son» are in no index: at the end of others they ask for nothing, alone they may be the beginning of a word.
    continue when stem is null and (found is not null or word <> words[cardinality(words)]);
    forms := case when stem is not null then quote_literal(stem)::tsquery end;
    forms := coalesce(forms || other_forms(word, stem), forms);
    if word = words[cardinality(words)] and length(word) > 2 then
      forms := coalesce(forms || (quote_literal(word) || ':*')::tsquery, (quote_literal(word) || ':*')::tsquery);
    end if;
    found := coalesce(found && forms, forms, found);
  end loop;
  return found;
end $words$`)
  }

  override down(): void {
    this.addSql(`create or replace function offer_words(given text) returns tsquery language plpgsql immutable as $words$
declare
  words text[] := (words_of(given))[1:10];
  word text;
  stem text;
  forms tsquery;
  found tsquery;
begin
  foreach word in array words loop
    stem := stem_of(word);
    -- «du», «son» are in no index: at the end of others they ask for nothing, alone they may be the beginning of a word.
    continue when stem is null and (found is not null or word <> words[cardinality(words)]);
    forms := case when stem is not null then quote_literal(stem)::tsquery end;
    forms := coalesce(forms || other_forms(word, stem), forms);
    if word = words[cardinality(words)] and length(word) > 2 then
      forms := coalesce(forms || (quote_literal(word) || ':*')::tsquery, (quote_literal(word) || ':*')::tsquery);
    end if;
    found := coalesce(found && forms, forms, found);
  end loop;
  return found;
end $words$`)
  }
}
