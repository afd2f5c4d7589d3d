-- What customers-service told us: small copies, newest revision wins.
create table customer_copy (
  id             uuid primary key,
  external_id    text,
  name           text,
  preferred_name text,
  branch         text,
  status         text not null default 'ACTIVE',
  created_at     timestamptz,
  revision       bigint not null
);
create index customer_copy_external_id on customer_copy (external_id);
