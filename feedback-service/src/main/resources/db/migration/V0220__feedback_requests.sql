-- Whom we asked what they think, and when. None is changed, but that one noted for a link is written
-- down by hand; whether it was answered is told by the feedback that came after it.
create table feedback_request (
  id          uuid primary key,
  external_id text unique,
  customer_id uuid not null,
  visit_id    uuid,
  at          timestamptz not null,
  asked_by    text not null,
  -- Noted for a link that somebody made, and not written down by hand.
  by_link     boolean not null default false,
  recorded_at timestamptz not null,
  version     bigint not null
);
create index feedback_request_newest on feedback_request (at desc, id desc);
create index feedback_request_of_customer on feedback_request (customer_id, at desc, id desc);
