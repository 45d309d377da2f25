import { derived } from '#model'

/** Words without accents and case, in their order. */
const wordsOf = derived({
  name: 'function words_of', needs: ['function fold'],
  create: `create function words_of(given text) returns text[] language sql immutable strict parallel safe
  return array(select found[1] from regexp_matches(fold(given), '[[:alnum:]]+', 'g') found)`,
  drop: 'drop function if exists words_of(text)',
})

/** The French stem of a word; null where it is no word to a search: «le», «pour». */
const stemOf = derived({
  name: 'function stem_of', needs: ['text search configuration coulisses'],
  create: `create function stem_of(word text) returns text language sql immutable strict parallel safe
  return (select lexeme from unnest(to_tsvector('coulisses', word)) limit 1)`,
  drop: 'drop function if exists stem_of(text)',
})

/**
 * The words by which trades are called, each with the stem of its other form: «danseuse» and «danseur»,
 * «actrice» and «acteur», which no stemmer brings together. Words are never taken away: a form that no
 * trade has any more is still a form of the other.
 */
const tradeWords = derived({
  name: 'table trade_word', needs: ['function words_of', 'function stem_of'],
  create: `create table trade_word (word text not null, stem text not null, other text not null, primary key (word, other));
create index trade_word__stem_index on trade_word (stem);
create function learn_trade(called text, feminine text, masculine text) returns void language plpgsql as $learn$
declare
  his text[] := words_of(coalesce(masculine, split_part(called, ' / ', 1)));
  hers text[] := words_of(coalesce(feminine, nullif(split_part(called, ' / ', 2), ''), masculine, called));
begin
  -- A form that is told in other words altogether has no word of its own for each of the other's.
  if cardinality(his) <> cardinality(hers) then hers := his; end if;
  insert into trade_word (word, stem, other)
    select distinct pair.word, stem_of(pair.word), stem_of(pair.other)
    from (select * from unnest(his, hers) t (word, other) union all select * from unnest(hers, his) t (word, other)) pair
    where length(pair.word) > 2 and stem_of(pair.word) is not null and stem_of(pair.other) is not null
    order by 1, 3
  on conflict do nothing;
end $learn$;
select learn_trade(name, feminine, masculine) from profession order by id`,
  drop: `drop function if exists learn_trade(text, text, text);
drop table if exists trade_word`,
})

/**
 * What a visitor types, as a query of the full text: every word must be there, in any of its forms, in
 * the other form of the trade, or with a letter or two gone astray; the last word may be unfinished.
 * PostgreSQL is told that it is immutable so that it is asked once, while planning, and the plan fits
 * the words: the statements that use it are planned anew each time.
 */
const offerWords = derived({
  name: 'function offer_words', needs: ['table trade_word'], replaces: true,
  create: `create or replace function offer_words(given text) returns tsquery language plpgsql immutable as $words$
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

const learnt = derived({
  name: 'trigger learn_words of profession', needs: ['table trade_word'], replaces: true,
  create: `create or replace function learn_words_of_profession() returns trigger language plpgsql as $learn$
begin
  perform learn_trade(new.name, new.feminine, new.masculine);
  return null;
end $learn$;
create or replace trigger learn_words after insert or update of name, feminine, masculine on profession for each row execute function learn_words_of_profession()`,
  drop: `do $$ begin drop trigger if exists learn_words on profession; exception when undefined_table then null; end $$;
drop function if exists learn_words_of_profession()`,
})

export const tradeWordObjects = [wordsOf, stemOf, tradeWords, otherForms, offerWords, learnt]
