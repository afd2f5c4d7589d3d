create table referral (
  id              uuid primary key,
  external_id     text unique,
  by_customer_id  uuid not null references customer on delete cascade,
  source          text not null
                  check (source in ('CERTIFICATE', 'FOLLOW_UP', 'VISIT', 'HANDOUT', 'CALL', 'OTHER')),
  asked_at        timestamptz not null,
  asked_by        text not null,
  name            text,
  phone           text,
  email           text,
  note            text,
  state           text not null
                  check (state in ('ASKED', 'GIVEN', 'CONTACTED', 'BECAME_CUSTOMER', 'DECLINED')),
  given_at        timestamptz,
  contacted_at    timestamptz,
  contacted_by    text,
  decided_at      timestamptz,
  decided_by      text,
  customer_id     uuid references customer on delete set null,
  version         bigint not null,
  check (state = 'ASKED' or state = 'DECLINED' or given_at is not null)
);
create index referral_by_asked on referral (asked_at, id);
create index referral_by_giver on referral (by_customer_id, asked_at, id);
create index referral_by_state on referral (state, asked_at, id);
create index referral_by_newcomer on referral (customer_id) where customer_id is not null;
