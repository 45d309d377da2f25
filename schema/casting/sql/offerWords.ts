import { derived } from '#model'

/** Stems of the other form of a trade's word; where it is none, those of the trades that are written nearly so. */
const otherForms = derived({
  name: 'function other_forms', needs: ['table trade_word', 'extension fuzzystrmatch'], replaces: true,
  create: `create or replace function other_forms(given text, given_stem text) returns tsquery language sql stable as $forms$
  with known as (select distinct other from trade_word where stem = given_stem),
  near as (
    select word, stem, other, levenshtein_less_equal(word, given, 2) as distance from trade_word
    where not exists (select from known) and length(given) between 4 and 40 and left(word, 1) = left(given, 1) and abs(length(word) - length(given)) <= 2
  ),
  nearest as (
    select unnest(array[stem, other]) as other from near
    where distance <= case when length(given) < 6 then 1 else 2 end and distance = (select min(distance) from near)
  )
  select string_agg(distinct quote_literal(other), ' | ')::tsquery from (select other from known union all select other from nearest) forms
$forms$`,
  drop: 'drop function if exists other_forms(text, text)',
})

/**
 * What a visitor types, as a query of the full text: every word must be there, in any of its forms, in
 * the other form of the trade, or with a letter or two gone astray; the last word may be unfinished.
 * A search asks it once and takes what it says as a parameter, so that the plan fits the words.
 */
const offerWords = derived({
  name: 'function offer_words', needs: ['table trade_word'], replaces: true,
  create: `create or replace function offer_words(given text) returns tsquery language plpgsql stable as $words$
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
end $words$`,
  drop: 'drop function if exists offer_words(text)',
})

export const offerWordObjects = [otherForms, offerWords]
