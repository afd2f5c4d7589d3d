-- Customers who were found to be somebody else, and whom they were merged into: their ids and keys
-- lead there. The one they lead to is one that there is: when that one is merged, they follow.

create table merged_customer (
  id           uuid primary key,
  external_id  text unique,
  into_id      uuid not null references customer on delete cascade,
  merged_at    timestamptz not null,
  merged_by    text not null,
  -- the picture of one whose survivor has another
  photo        bytea,
  photo_type   text
);
create index merged_customer_into on merged_customer (into_id);
