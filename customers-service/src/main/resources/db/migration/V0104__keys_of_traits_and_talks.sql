-- Another system may name a trait or a talk by its own key, one of its kind for that customer.
alter table trait add column external_id text;
create unique index trait_by_external_id on trait (customer_id, external_id)
  where external_id is not null;
alter table interaction add column external_id text;
create unique index interaction_by_external_id on interaction (customer_id, external_id)
  where external_id is not null;
