-- What we know of a customer: a copy of the customers feed, so that a job sheet needs no other service.
-- A row with revision -1 is a customer of whom we only asked the id.
create table customer_copy (
  id          uuid primary key,
  external_id text unique,
  -- of one who was found to be somebody else: that one, who is there
  merged_into uuid,
  name        text,
  data        jsonb,
  revision    bigint not null,
  changed_at  timestamptz,
  received_at timestamptz not null
);
create index customer_copy_merged on customer_copy (merged_into) where merged_into is not null;

-- What feedback-service last said of the risk that a customer leaves.
create table risk_copy (
  customer_id uuid primary key,
  probability numeric(6, 4),
  band        text,
  flagged     boolean not null,
  as_of       timestamptz not null
);
