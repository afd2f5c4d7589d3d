create table letter_template (
  id           uuid primary key,
  external_id  text unique,
  name         text not null check (name <> ''),
  kind         text not null
               check (kind in ('HANDOUT', 'FAREWELL', 'NOTICE', 'LEAVE_BEHIND', 'CASE_LETTER')),
  language     text not null,
  body         text not null check (body <> ''),
  revision     int not null,
  changed_at   timestamptz not null,
  changed_by   text not null,
  version      bigint not null,
  unique (name, language)
);
create index letter_template_by_kind on letter_template (kind, name, language);

-- what it said at each time; never changed
create table letter_template_revision (
  template_id  uuid not null references letter_template on delete cascade,
  revision     int not null,
  body         text not null,
  changed_at   timestamptz not null,
  changed_by   text not null,
  primary key (template_id, revision)
);

create table handout (
  id               uuid primary key,
  customer_id      uuid not null references customer on delete cascade,
  n                int not null,
  template         text not null,
  template_id      uuid not null,
  template_version int not null,
  language         text not null,
  -- the page as it was made: it stays when the template changes
  page             text not null,
  made_at          timestamptz not null,
  made_by          text not null,
  acknowledged_at  timestamptz,
  handed_by        text,
  version          bigint not null,
  unique (customer_id, n),
  check ((acknowledged_at is null) = (handed_by is null))
);

-- A company writes its own; these are there so that the first handout is not an empty page.
insert into letter_template (id, external_id, name, kind, language, body, revision, changed_at, changed_by, version)
values
  ('0193e000-0000-7000-8000-000000000001', 'first-visit-en', 'first-visit', 'HANDOUT', 'en',
   $$# Welcome, {{customer.preferredName}}

## Who we are
We are {{company.name}}. You can reach us at {{company.phone}}, and a person answers.

## What we do
We come when we said, we tell you what we found, and we write down what we did.

## Why we are different
We send the same person whenever we can. When we cannot, you hear of it before, and you meet the new one.

## What we may expect of each other
- You tell us what matters to you; we write it down, and everybody who comes has read it.
- We tell you before anything changes.
- When something is wrong, you call us first, and we put it right.

## Our newsletter
{{company.newsletter}}

## For you, and to pass on
{{certificates}}

{{madeBy}}, {{today}}$$, 1, now(), 'system', 0),
  ('0193e000-0000-7000-8000-000000000002', 'farewell-en', 'farewell', 'FAREWELL', 'en',
   $${{customer.name}}
{{customer.address}}

{{today}}

# Our work for you ends

Dear {{customer.preferredName}},

We have tried to find a way of working together, and have not found one. With this letter we end what we have agreed with you; no further visit will take place, and nothing further will be billed.

If you want the records of what we did at your place, call us at {{company.phone}} and we will send them.

We wish you well.

{{approvedBy}}
{{company.name}}$$, 1, now(), 'system', 0);
insert into letter_template_revision (template_id, revision, body, changed_at, changed_by)
select id, revision, body, changed_at, changed_by from letter_template;
