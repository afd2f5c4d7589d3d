-- Of which visit somebody speaks who names neither a visit nor a project: of the last one, or the last one of
-- the technician they name, if that was within 30 days, which are 720 hours whatever the clocks did. Only a
-- visit has a visit_id: said so, the index of the customer is the one to go by, and not that of all visits, in
-- which the last one may lie far.
create function spoken_of_within() returns interval language sql immutable return interval '720 hours';
create function visit_spoken_of(customer uuid, technician uuid, said timestamptz)
returns table (visit_id uuid, at timestamptz) language sql stable as $$
  select s.visit_id, s.at from signal s
  where s.customer_id = customer and s.visit_id is not null
    and s.at <= said and s.at > said - spoken_of_within()
    and (technician is null or s.technician_id = technician)
  order by s.at desc, s.visit_id desc limit 1
$$;

-- Visits make the next one of the same technician that of somebody known, and take over what was said of
-- the one before without naming it, and of the one before of the same technician.
create or replace function insight_visits(customers uuid[], technicians uuid[], times timestamptz[]) returns void
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
      and at > v.at - spoken_of_within() and technician_id = v.technician_id
    order by at desc limit 1) earlier
  union
  select insight_quarter(later.at) from visit v cross join lateral (
    select at from signal
    where customer_id = v.customer_id and visit_id is not null and at > v.at
      and technician_id is not distinct from v.technician_id
    order by at limit 1) later;
end $$;

-- What is said of a visit, or of the one that is spoken of (visit_spoken_of). It answers
-- whether there is one, only so that it can be assigned: that is cheaper than to perform it.
create or replace function insight_said(customer uuid, visit uuid, technician uuid, said timestamptz) returns boolean
language plpgsql as $$
begin
  if visit is not null then
    insert into insight_changed (at)
    select at from signal where customer_id = customer and visit_id = visit
    order by at desc limit 1;
  else
    insert into insight_changed (at)
    select at from visit_spoken_of(customer, technician, said);
  end if;
  return found;
end $$;
