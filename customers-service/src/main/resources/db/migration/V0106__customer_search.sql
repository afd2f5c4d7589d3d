-- What a customer can be found by, and the words by which a mistyped one is put right.
create extension if not exists pg_trgm;

create table customer_search (
  -- checked at the end: it is written with everything else, just before the commit
  customer_id  uuid primary key references customer on delete cascade deferrable initially deferred,
  text         text not null
);
create index customer_search_by_part on customer_search using gin (text gin_trgm_ops);

create table search_word (
  -- in the order of its letters whatever the locale, so that words are found by how they begin
  word  text collate "C" primary key
);
create index search_word_alike on search_word using gin (word gin_trgm_ops);
