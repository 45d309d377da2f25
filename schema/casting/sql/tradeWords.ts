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

export const tradeWordObjects = [wordsOf, stemOf, tradeWords, learnt]
