import { derived } from '#model'

/**
 * The words of published offers, so that the beginning of one is asked as the words that it may become: an index of
 * the full text takes three times as long to tell what begins somehow. Words stay; one that no offer has
 * any more finds nothing. They may stand twice: a unique index would have those who publish at once wait for each other.
 */
const table = derived({
  name: 'table published_word',
  create: `create table published_word (word text collate "C" not null);
create index published_word__word_index on published_word (word)`,
  drop: 'drop table if exists published_word',
})

const isNew = (word: string): string => `${word} ~ '^[[:alpha:]]' and not exists (select from published_word w where w.word = ${word})`

/** Those of some offers; of all of them where none is named. */
const learn = derived({
  name: 'function learn_published_words', needs: ['table published_word'], replaces: true,
  create: `create or replace function learn_published_words(offers uuid[]) returns void language plpgsql as $learn$
begin
  if offers is null then
    insert into published_word select s.word from ts_stat('select words from published_offer') s where ${isNew('s.word')};
  else
    insert into published_word select distinct l.lexeme from published_offer p, unnest(p.words) l where p.offer_id = any(offers) and ${isNew('l.lexeme')};
  end if;
end $learn$`,
  drop: 'drop function if exists learn_published_words(uuid[])',
})

/** More words than this are asked by their beginning. */
const SPELT = 20

/** A query of the full text with its unfinished word spelt out: all that it may become. It finds the same. */
const spelt = derived({
  name: 'function spelt_out', needs: ['table published_word'], replaces: true,
  create: `create or replace function spelt_out(asked tsquery) returns tsquery language plpgsql stable as $spelt$
declare
  -- Letters and digits, as words_of gives them.
  beginning text := substring(asked::text from '''([[:alpha:]][[:alnum:]]*)'':[*]');
  known text[];
begin
  select array_agg(word) into known from (
    select distinct word from published_word where word >= beginning and word < beginning || chr(1114111) limit ${SPELT + 1}
  ) w;
  if beginning is null or cardinality(known) > ${SPELT} or exists (select from unnest(known) word where word ~ '[''\\\\]') then return asked; end if;
  return replace(asked::text, quote_literal(beginning) || ':*',
    coalesce((select '( ' || string_agg(quote_literal(word), ' | ') || ' )' from unnest(known) word), quote_literal(beginning)))::tsquery;
end $spelt$`,
  drop: 'drop function if exists spelt_out(tsquery)',
})

export const publishedWordObjects = [table, learn, spelt]
