-- Who was erased, why, and which service has done it. Of the person there is the id alone.

create table erasure (
  id                  uuid primary key,
  external_id         text unique,
  customer_id         uuid not null unique,
  reason              text,
  requested_at        timestamptz not null,
  requested_by        text not null,
  jobs_erased_at      timestamptz,
  feedback_erased_at  timestamptz,
  version             bigint not null
);
create index erasure_by_requested on erasure (requested_at, id);
