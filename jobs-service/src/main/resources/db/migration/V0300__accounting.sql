-- Whoever changes anything of a customer's documents locks the customer's row here first.
create table accounting_customer (
  customer_id uuid primary key
);

-- A completed visit that has no invoice yet, with the price as it was agreed then: written in the
-- transaction of the completion, so that none is lost.
create table visit_to_invoice (
  visit_id       uuid primary key,
  customer_id    uuid not null,
  agreement_id   uuid not null,
  program        text not null,
  price_amount   numeric(12, 2) not null check (price_amount > 0),
  price_currency char(3) not null,
  completed_at   timestamptz not null
);
create index visit_to_invoice_in_order on visit_to_invoice (completed_at, visit_id);
create index visit_to_invoice_by_customer on visit_to_invoice (customer_id);

-- The last number of each series in each year. Its row is locked until the numbers are committed:
-- a transaction that rolls back leaves no gap.
create table document_series (
  series text not null,
  year   int not null,
  last   int not null,
  primary key (series, year)
);

create table accounting_document (
  id            uuid primary key,
  number        text not null unique,
  series        text not null,
  year          int not null,
  sequence      int not null,
  kind          text not null check (kind in ('INVOICE', 'CREDIT_MEMO')),
  customer_id   uuid not null,
  agreement_id  uuid,
  visit_id      uuid,
  issued_on     date not null,
  due_on        date,
  currency      char(3) not null,
  lines         jsonb not null,
  net           numeric(14, 2) not null check (net >= 0),
  tax           numeric(14, 2) not null check (tax >= 0),
  total         numeric(14, 2) not null check (total > 0),
  -- Of a credit memo: the number of its invoice, why, and the case whose remedy it is.
  credits       text references accounting_document (number),
  reason        text,
  complaint_id  uuid,
  -- What happens to it afterwards.
  state         text not null check (state in
    ('DRAFT', 'HELD', 'READY', 'EXPORTED', 'ACCEPTED', 'REJECTED', 'PAID')),
  instalments   text not null,
  -- When the first part of the plan is due that is not paid yet; null without a plan.
  instalment_due_on date,
  credited      numeric(14, 2) not null default 0,
  paid          numeric(14, 2) not null default 0 check (paid >= 0),
  disputed_since timestamptz,
  overdue_since timestamptz,
  export_id     uuid,
  exported_at   timestamptz,
  words         text,
  version       bigint not null,
  unique (series, year, sequence),
  check (net + tax = total),
  check (credited between 0 and total),
  check ((kind = 'CREDIT_MEMO') = (credits is not null))
);
create unique index document_of_visit on accounting_document (visit_id)
  where kind = 'INVOICE';
create index document_in_order on accounting_document (issued_on, id);
create index document_by_state on accounting_document (state, issued_on, id);
create index document_by_customer on accounting_document (customer_id, issued_on, id);
create index document_by_invoice on accounting_document (credits) where credits is not null;
create index document_not_exported on accounting_document (id)
  where export_id is null or state = 'REJECTED';
create index document_of_export on accounting_document (export_id, id) where export_id is not null;
create index document_to_fall_due on accounting_document (coalesce(instalment_due_on, due_on))
  where kind = 'INVOICE' and state <> 'PAID' and overdue_since is null
    and exported_at is not null;

-- What has been issued stays as it was issued: it is credited, not changed.
create function keep_document_as_issued() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'Document % has been issued: credit it', old.number
      using errcode = 'integrity_constraint_violation';
  end if;
  if (old.id, old.number, old.series, old.year, old.sequence, old.kind, old.agreement_id,
      old.visit_id, old.issued_on, old.due_on, old.currency, old.lines, old.net, old.tax,
      old.total, old.credits, old.reason, old.complaint_id)
     is distinct from
     (new.id, new.number, new.series, new.year, new.sequence, new.kind, new.agreement_id,
      new.visit_id, new.issued_on, new.due_on, new.currency, new.lines, new.net, new.tax,
      new.total, new.credits, new.reason, new.complaint_id) then
    raise exception 'Document % has been issued: credit it', old.number
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger document_as_issued before update or delete on accounting_document
  for each row execute function keep_document_as_issued();

-- Cases of complaints, as the feed feedback tells of them: an open one holds its invoice.
create table customer_case (
  complaint_id uuid primary key,
  customer_id  uuid not null,
  visit_id     uuid,
  invoice      text,
  open         boolean not null,
  since        timestamptz not null,
  revision     bigint not null
);
create index customer_case_open on customer_case (customer_id) where open;
create index customer_case_by_customer on customer_case (customer_id);

-- Remedies worth money, and what of each has found no invoice yet that it can be taken from.
create table remedy_credit (
  complaint_id uuid not null,
  round        int not null,
  customer_id  uuid not null,
  visit_id     uuid,
  invoice      text,
  amount       numeric(14, 2) not null check (amount > 0),
  currency     char(3) not null,
  open_amount  numeric(14, 2) not null check (open_amount between 0 and amount),
  delivered_at timestamptz not null,
  primary key (complaint_id, round)
);
create index remedy_credit_open on remedy_credit (customer_id) where open_amount > 0;

-- What was paid, once for each reference.
create table payment (
  id          uuid primary key,
  reference   text not null unique,
  document_id uuid not null references accounting_document,
  amount      numeric(14, 2) not null check (amount > 0),
  currency    char(3) not null,
  paid_on     date not null,
  recorded_by text not null,
  recorded_at timestamptz not null
);
create index payment_in_order on payment (paid_on, id);
create index payment_by_document on payment (document_id, paid_on, id);

-- Agreements that are paid for in advance: their visits in these days make no invoices.
create table prepayment (
  id           uuid primary key,
  agreement_id uuid not null,
  document_id  uuid not null references accounting_document,
  from_on      date not null,
  to_on        date not null,
  check (to_on >= from_on)
);
create index prepayment_by_agreement on prepayment (agreement_id, from_on);
create index prepayment_by_document on prepayment (document_id);
