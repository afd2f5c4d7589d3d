-- The words of what was said, whatever stands between them: the parser of text search takes marks
-- such as dashes, quotes and emoji for letters of the word beside them.
create function said_words(said text) returns text language sql immutable parallel safe
  return regexp_replace(normalize(said), '[^[:alnum:]]+', ' ', 'g');

drop index feedback_saying;
create index feedback_saying on feedback using gin (to_tsvector('simple', said_words(text)));
drop index complaint_saying;
create index complaint_saying on complaint using gin (to_tsvector('simple', said_words(words)));
