-- Redeemed certificates that take something off what their redeemer has to pay, as the feed
-- customers tells of them: a percentage of one invoice, or an amount.
create table certificate_discount (
  certificate_id uuid primary key,
  customer_id    uuid not null,
  percent        int check (percent between 1 and 100),
  amount         numeric(14, 2) check (amount > 0),
  currency       char(3),
  -- What of the amount has found no invoice yet that it can be taken off.
  open_amount    numeric(14, 2) check (open_amount between 0 and amount),
  -- False once it is used up.
  open           boolean not null default true,
  redeemed_at    timestamptz not null,
  check (num_nonnulls(percent, amount) = 1),
  check ((amount is null) = (currency is null)),
  check ((amount is null) = (open_amount is null))
);
create index certificate_discount_open on certificate_discount (customer_id) where open;
create index certificate_discount_by_customer on certificate_discount (customer_id);
