-- What insights count by, day by day: the jobs (visits that took place) of each group with what
-- customers thought of them. Days are those of the company's zone.
create table insight_day (
  day          date not null,
  -- Null for all jobs of that day.
  dimension    text,
  key          text,
  jobs         int not null,
  complaints   int not null,
  on_time      int not null,
  late         int not null,
  qualified    int not null,
  -- Of the jobs that got a mark: how many, how many of 2 or less, the marks, their squares.
  marks        int not null,
  low          int not null,
  csat_sum     numeric not null,
  csat_squares numeric not null,
  unique nulls not distinct (day, dimension, key)
);

-- When something lies that has changed since its day was counted; infinity for all there is. Or whose days
-- are to be counted anew, which only whoever counts can tell. Whoever counts takes the rows out. What happens
-- only adds rows, so that nobody waits for anybody.
create table insight_changed (
  at            timestamptz,
  technician_id uuid,
  check ((at is null) <> (technician_id is null))
);

-- The days of which something has changed, until they are counted: some at a time, so that what is done
-- stays done.
create table insight_due (
  day date primary key
);

-- By which clock the days were counted; one row, locked by whoever counts.
create table insight_clock (
  only_row boolean primary key default true check (only_row),
  zone     text not null
);
insert into insight_clock (zone) values ('UTC');

-- Clocks differ from each other by quarters of an hour: those that begin in one lie in the same day, whatever the
-- zone. A history that comes in leaves few notes so.
create function insight_quarter(at timestamptz) returns timestamptz language sql immutable
return date_bin('15 minutes', at, timestamptz '2000-01-01T00:00:00Z');

-- Visits make the next one of the same technician that of somebody known, and take over what was said of
-- the one before without naming it, and of the one before of the same technician. Only a visit has a
-- visit_id: said so, the index of the customer is the one to go by, and not that of all visits, in which
-- the last one may lie far.
create function insight_visits(customers uuid[], technicians uuid[], times timestamptz[]) returns void
-- One or a thousand: the plan is the same, and made once.
language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  with visit as (
    select * from unnest(customers, technicians, times) as v (customer_id, technician_id, at))
  insert into insight_changed (at)
  select insight_quarter(at) from visit
  union
  select insight_quarter(earlier.at) from visit v cross join lateral (
    select at from signal
    where customer_id = v.customer_id and visit_id is not null and at < v.at
    order by at desc limit 1) earlier
  union
  select insight_quarter(earlier.at) from visit v cross join lateral (
    select at from signal
    where customer_id = v.customer_id and visit_id is not null and at < v.at
      and at > v.at - interval '720 hours' and technician_id = v.technician_id
    order by at desc limit 1) earlier
  union
  select insight_quarter(later.at) from visit v cross join lateral (
    select at from signal
    where customer_id = v.customer_id and visit_id is not null and at > v.at
      and technician_id is not distinct from v.technician_id
    order by at limit 1) later;
end $$;
create function insight_of_new_visits() returns trigger language plpgsql as $$
begin
  perform insight_visits(array_agg(customer_id), array_agg(technician_id), array_agg(at))
  from added where kind = 'VISIT_COMPLETED' having count(*) > 0;
  return null;
end $$;
create function insight_of_visit() returns trigger language plpgsql as $$
begin
  if old.kind = 'VISIT_COMPLETED' then
    perform insight_visits(array[old.customer_id], array[old.technician_id], array[old.at]);
  end if;
  if tg_op = 'UPDATE' and new.kind = 'VISIT_COMPLETED' then
    perform insight_visits(array[new.customer_id], array[new.technician_id], array[new.at]);
  end if;
  return null;
end $$;
-- All that one statement adds together: a history comes in by many at a time.
create trigger insight_visit_insert after insert on signal referencing new table as added
  for each statement execute function insight_of_new_visits();
create trigger insight_visit_update after update on signal for each row
  when ((old.kind = 'VISIT_COMPLETED' or new.kind = 'VISIT_COMPLETED')
    and (old.kind, old.customer_id, old.at, old.data)
      is distinct from (new.kind, new.customer_id, new.at, new.data))
  execute function insight_of_visit();
create trigger insight_visit_delete after delete on signal for each row
  when (old.kind = 'VISIT_COMPLETED') execute function insight_of_visit();

-- What is said of a visit, or of the last one (of the technician they name) within 30 days. It answers
-- whether there is one, only so that it can be assigned: that is cheaper than to perform it.
create function insight_said(customer uuid, visit uuid, technician uuid, said timestamptz) returns boolean
language plpgsql as $$
begin
  if visit is not null then
    insert into insight_changed (at)
    select at from signal where customer_id = customer and visit_id = visit
    order by at desc limit 1;
  else
    insert into insight_changed (at)
    select at from signal
    where customer_id = customer and visit_id is not null
      and at <= said and at > said - interval '720 hours'
      and (technician is null or technician_id = technician)
    order by at desc limit 1;
  end if;
  return found;
end $$;
create function insight_of_complaint() returns trigger language plpgsql as $$
declare noted boolean;
begin
  if tg_op <> 'INSERT' and (old.visit_id is not null or old.project_id is null) then
    noted := insight_said(old.customer_id, old.visit_id, null, old.received_at);
  end if;
  if tg_op <> 'DELETE' and (new.visit_id is not null or new.project_id is null) then
    noted := insight_said(new.customer_id, new.visit_id, null, new.received_at);
  end if;
  return null;
end $$;
create trigger insight_complaint_insert_delete after insert or delete on complaint for each row
  execute function insight_of_complaint();
create trigger insight_complaint_update after update on complaint for each row
  when ((old.customer_id, old.visit_id, old.project_id, old.received_at)
    is distinct from (new.customer_id, new.visit_id, new.project_id, new.received_at))
  execute function insight_of_complaint();

create function insight_of_mark() returns trigger language plpgsql as $$
declare noted boolean;
begin
  if tg_op <> 'INSERT' and old.csat is not null
      and (old.visit_id is not null or old.project_id is null) then
    noted := insight_said(old.customer_id, old.visit_id, old.technician_id, old.at);
  end if;
  if tg_op <> 'DELETE' and new.csat is not null
      and (new.visit_id is not null or new.project_id is null) then
    noted := insight_said(new.customer_id, new.visit_id, new.technician_id, new.at);
  end if;
  return null;
end $$;
create trigger insight_mark_insert after insert on feedback for each row
  when (new.csat is not null) execute function insight_of_mark();
create trigger insight_mark_update after update on feedback for each row
  when ((old.customer_id, old.visit_id, old.project_id, old.technician_id, old.at, old.csat)
    is distinct from
      (new.customer_id, new.visit_id, new.project_id, new.technician_id, new.at, new.csat))
  execute function insight_of_mark();
create trigger insight_mark_delete after delete on feedback for each row
  when (old.csat is not null) execute function insight_of_mark();

-- Whoever moves to another branch takes their past along.
create function insight_of_customer() returns trigger language plpgsql as $$
begin
  insert into insight_changed (at)
  select distinct insight_quarter(at) from signal
  where customer_id = coalesce(new.id, old.id) and visit_id is not null;
  return null;
end $$;
create trigger insight_customer_insert after insert on customer_copy for each row
  when (new.branch is not null) execute function insight_of_customer();
create trigger insight_customer_update after update on customer_copy for each row
  when (old.branch is distinct from new.branch) execute function insight_of_customer();
create trigger insight_customer_delete after delete on customer_copy for each row
  when (old.branch is not null) execute function insight_of_customer();

create function insight_of_agreement() returns trigger language plpgsql as $$
begin
  insert into insight_changed (at)
  select distinct insight_quarter(at) from signal
  where customer_id = coalesce(new.customer_id, old.customer_id)
    and agreement_id = coalesce(new.id, old.id);
  return null;
end $$;
create trigger insight_agreement_insert after insert on agreement_copy for each row
  when (new.program is not null) execute function insight_of_agreement();
create trigger insight_agreement_update after update on agreement_copy for each row
  when (old.program is distinct from new.program) execute function insight_of_agreement();
create trigger insight_agreement_delete after delete on agreement_copy for each row
  when (old.program is not null) execute function insight_of_agreement();

create function insight_of_technician() returns trigger language plpgsql as $$
begin
  insert into insight_changed (technician_id) values (coalesce(new.id, old.id));
  return null;
end $$;
create trigger insight_technician_insert_delete after insert or delete on technician_copy
  for each row execute function insight_of_technician();
create trigger insight_technician_update after update on technician_copy for each row
  when (old.branch is distinct from new.branch or old.trainings is distinct from new.trainings)
  execute function insight_of_technician();

create function insight_of_all() returns trigger language plpgsql as $$
begin
  insert into insight_changed (at) values ('infinity');
  return null;
end $$;
create trigger insight_all_visits after truncate on signal execute function insight_of_all();
create trigger insight_all_complaints after truncate on complaint execute function insight_of_all();
create trigger insight_all_marks after truncate on feedback execute function insight_of_all();
create trigger insight_all_customers after truncate on customer_copy execute function insight_of_all();
create trigger insight_all_agreements after truncate on agreement_copy execute function insight_of_all();
create trigger insight_all_technicians after truncate on technician_copy execute function insight_of_all();

-- Promises and cancellations are told of beside visits: found without going through all that happened.
create index signal_of_promises on signal (customer_id)
  where kind in ('PROMISE_MADE', 'PROMISE_BROKEN', 'PROMISE_KEPT', 'PROMISE_RELEASED');
create index signal_of_cancellations on signal (customer_id, at) where kind = 'AGREEMENT_CANCELLED';
-- What is complained of among projects and their steps.
create index complaint_of_project on complaint (received_at) where project_id is not null;
