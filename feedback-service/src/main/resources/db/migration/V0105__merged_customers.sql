-- Customers who were found to be somebody else: what is still told of them is told of the other one.
create table merged_customer (
  id           uuid primary key,
  external_id  text unique,
  into_id      uuid not null
);
create index merged_customer_into on merged_customer (into_id);
