-- Jobs of several steps, which a customer is walked through before they begin.
create table project (
  id                  uuid primary key,
  external_id         text unique,
  customer_id         uuid not null,
  title               text not null,
  care_level          text not null check (care_level in ('NORMAL', 'RAISED', 'HIGH')),
  created_at          timestamptz not null,
  walked_through_with text,
  walked_through_by   text,
  walked_through_at   timestamptz,
  surprises           int not null default 0,
  version             bigint not null
);
create index project_by_customer on project (customer_id, id);

create table project_step (
  id                uuid primary key,
  project_id        uuid not null references project,
  number            int not null,
  title             text not null,
  what_to_expect    text,
  starts_on         date not null,
  ends_on           date not null,
  technician_id     uuid references technician,
  -- Whose material or work it is, if not ours.
  supplier          text,
  -- The numbers of the steps that have to be done before.
  after_steps       int[] not null default '{}',
  walked_through_at timestamptz,
  version           bigint not null,
  unique (project_id, number),
  check (ends_on >= starts_on)
);
create index project_step_by_technician on project_step (technician_id, ends_on);
-- Whose days are taken by which step, for whoever books them.
create function step_booking()
  returns table (technician_id uuid, project_id uuid, title text, starts_on date, ends_on date)
  language sql stable as $$
    select technician_id, project_id, title, starts_on, ends_on from project_step
    where technician_id is not null
  $$;

-- The customer's own page of a project; of its key only the hash is kept. One for each project.
create table project_link (
  id         uuid primary key,
  project_id uuid not null unique references project,
  key_hash   text not null unique,
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz not null,
  version    bigint not null
);
