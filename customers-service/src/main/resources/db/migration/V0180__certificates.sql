create table certificate (
  id             uuid primary key,
  external_id    text unique,
  -- sixteen letters and digits of thirty-two: eighty bits that nobody guesses
  code           text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  kind           text not null check (kind in ('AMOUNT', 'PERCENT', 'GIFT')),
  amount         numeric(12, 2) check (amount > 0),
  currency       text,
  percent        int check (percent between 1 and 100),
  gift           text,
  customer_id    uuid not null references customer on delete cascade,
  transferable   boolean not null,
  valid_until    date not null,
  issued_at      timestamptz not null,
  issued_by      text not null,
  redeemed_at    timestamptz,
  redeemed_by    text,
  redeemer_id    uuid references customer on delete set null,
  referral_id    uuid references referral on delete set null,
  version        bigint not null,
  check ((kind = 'AMOUNT') = (amount is not null and currency is not null)),
  check ((kind = 'PERCENT') = (percent is not null)),
  check ((kind = 'GIFT') = (gift is not null)),
  check ((redeemed_at is null) = (redeemed_by is null))
);
create index certificate_by_issued on certificate (issued_at, id);
create index certificate_by_holder on certificate (customer_id, issued_at, id);
create index certificate_by_redeemer on certificate (redeemer_id) where redeemer_id is not null;
create index certificate_by_referral on certificate (referral_id) where referral_id is not null;
