package io.familiarface.jobs.planning;

import io.familiarface.rest.testing.plan.FilledConventions;
import io.familiarface.rest.testing.plan.LargeTables;

/** A company of 20,000 customers with twenty visits each, three of them to come. */
final class ManyVisits {
  static final int CUSTOMER = 1;
  static final int TECHNICIAN = 2;
  static final int AGREEMENT = 3;
  static final int VISIT = 4;
  static final int VISITS_EACH = 20;

  private ManyVisits() {}

  /** The n-th visit of an agreement, counted from 0; the 16th of the first twenty is overdue. */
  static String visit(int agreement, int n) {
    return LargeTables.key(VISIT, (long) agreement * VISITS_EACH + n);
  }

  static void fill(LargeTables tables) {
    // First, before a schedule tells of what it finds in the tables that follow.
    FilledConventions.fill(tables, "jobs", "io.familiarface.visit.completed");
    tables.fill(
        "technician",
        """
        insert into technician (id, external_id, name, branch, skills, hired_on, version)
        select key(2, n), 'T' || n, 'Technician ' || n, 'branch ' || n % 5, '{rodents}', '2020-01-01', 0
        from generate_series(1, 200) n
        """);
    tables.fill(
        "absence",
        """
        insert into absence (id, technician_id, kind, from_on, until_on)
        select gen_random_uuid(), key(2, n), 'VACATION', current_date + n % 90, current_date + n % 90 + 5
        from generate_series(1, 60) n
        """);
    tables.fill(
        "customer_copy",
        """
        insert into customer_copy (id, external_id, name, data, revision, changed_at, received_at)
        select key(1, n), 'C' || n, 'Customer ' || n,
          jsonb_build_object('id', key(1, n), 'externalId', 'C' || n, 'name', 'Customer ' || n, 'revision', 1,
            'promises', case when n % 3 = 0 then jsonb_build_array(jsonb_build_object('id', key(9, n),
              'kind', 'SAME_TECHNICIAN', 'state', 'STANDING', 'text', 'Always the same', 'madeBy', 'Ann',
              'madeAt', '2025-03-06T15:00:00Z', 'technicianId', key(2, n % 200 + 1))) else '[]' end),
          1, now(), now()
        from generate_series(1, 20000) n
        """);
    tables.fill(
        "risk_copy",
        """
        insert into risk_copy (customer_id, probability, band, flagged, as_of)
        select key(1, n), 0.1, 'LOW', n % 20 = 0, now() from generate_series(1, 20000) n
        """);
    tables.fill(
        "agreement",
        """
        insert into agreement (id, external_id, customer_id, customer_external_id, program, recurrence,
          visit_interval_days, starts_on, visit_time, price_amount, price_currency,
          starting_technician_id, usual_technician_id, planned_until, cancelled_at, version)
        select key(3, n), 'A' || n, key(1, n), 'C' || n, 'Monthly', 'FREQ=MONTHLY',
          30.44, current_date - 600, '10:00', 89, 'USD',
          key(2, n % 200 + 1), key(2, n % 200 + 1), current_date + case when n between 30 and 60 then 0 else 90 end,
          case when n % 20 = 0 then now() - interval '1 day' end, 0
        from generate_series(1, 20000) n
        """);
    tables.fill(
        "cancellation",
        """
        insert into cancellation (agreement_id, cancelled_at, reason, recorded_by, recorded_at, version)
        select key(3, n * 20), now() - interval '1 day', 'PRICE', 'somebody', now(), 0
        from generate_series(1, 1000) n
        """);
    tables.fill(
        "visit",
        """
        insert into visit (id, external_id, agreement_id, customer_id, slot_on, generated, time_said,
          scheduled_at, scheduled_on, state, technician_id, planned_technician_id, change_reason, permanence,
          completed_at, version)
        select key(4, a * 20 + i), 'V' || a || '-' || i, key(3, a), key(1, a), at::date, true, true, at, at::date,
          state, key(2, (a + case when other then 1 else 0 end) % 200 + 1), key(2, a % 200 + 1),
          case when other then 'REASSIGNED' end, case when i = 3 and a % 10 = 0 then 'FOR_GOOD' end,
          case when state = 'COMPLETED' then at end, 0
        from generate_series(1, 20000) a, generate_series(0, 19) i,
          lateral (select date_trunc('hour', now()) + (i - 17) * interval '30 days'
            + (1 + a % 28) * interval '1 day' + a % 8 * interval '1 hour' as at),
          lateral (select case when i >= 17 or (i = 16 and a <= 20) then 'PLANNED' else 'COMPLETED' end as state),
          -- of the visits to come, few
          lateral (select i % 7 = 3 and (i < 17 or a <= 60 or a % 50 = 0) as other)
        """);
    tables.fill(
        "introduction",
        """
        insert into introduction (id, visit_id, joint_visit_id, customer_id, leaver_id, successor_id,
          scheduled_at, scheduled_on, time_said, state, made_at, introduced_at, ended_at)
        select key(8, a * 20 + i), later.id, v.id, v.customer_id, v.technician_id, key(2, (a + 1) % 200 + 1),
          v.scheduled_at, v.scheduled_on, true, case when v.state = 'PLANNED' then 'OPEN' else 'DONE' end, now(),
          case when v.state <> 'PLANNED' then v.scheduled_at end, case when v.state <> 'PLANNED' then now() end
        from generate_series(100, 20000, 5) a, generate_series(8, 18, 5) i,
          lateral (select * from visit where id = key(4, a * 20 + i)) v,
          lateral (select id from visit where id = key(4, a * 20 + i + 1)) later
        where v.technician_id <> key(2, (a + 1) % 200 + 1)
        """);
    tables.fill(
        "project",
        """
        insert into project (id, customer_id, title, care_level, created_at, version)
        select key(10, n), key(1, n), 'Cellar', 'NORMAL', now(), 0 from generate_series(1, 5000) n
        """);
    tables.fill(
        "project_step",
        """
        insert into project_step (id, project_id, number, title, starts_on, ends_on, technician_id, version)
        select key(11, n), key(10, n % 5000 + 1), n / 5000 + 1, 'Drying', current_date - n % 700 - 5,
          current_date - n % 700 - 4, key(2, n % 200 + 1), 0
        from generate_series(0, 19999) n
        """);
    tables.fill(
        "accounting_customer",
        "insert into accounting_customer (customer_id) select key(1, n) from generate_series(1,"
            + " 20000) n");
    tables.fill(
        "accounting_document",
        """
        insert into accounting_document (id, number, series, year, sequence, kind, customer_id,
          agreement_id, visit_id, issued_on, due_on, currency, lines, net, tax, total, state,
          instalments, paid, export_id, exported_at, version)
        select key(5, n), 'INV-2020-' || lpad(n::text, 6, '0'), 'INV', 2020, n, 'INVOICE', key(1, n),
          key(3, n), key(4, n * 20), date '2020-01-01' + n % 360, date '2020-02-01' + n % 360, 'USD',
          '[{"description":"Monthly","quantity":"1","unitPrice":{"amount":"89.00","currency":"USD"},"tax":{"rate":"0","amount":{"amount":"0.00","currency":"USD"}},"amount":{"amount":"89.00","currency":"USD"}}]',
          89, 0, 89, case when n <= 40 then 'READY' else 'PAID' end, '[]',
          case when n <= 40 then 0 else 89 end, case when n > 40 then key(6, 1) end,
          case when n > 40 then now() end, 0
        from generate_series(1, 20000) n
        """);
    tables.fill(
        "payment",
        """
        insert into payment (id, reference, document_id, amount, currency, paid_on, recorded_by, recorded_at)
        select key(7, n), 'BANK-' || n, key(5, n), 89, 'USD', date '2020-02-01' + n % 360, 'somebody', now()
        from generate_series(41, 20000) n
        """);
    tables.fill(
        "booking",
        """
        insert into booking (document_id, number, issued_on, state, external_id, at)
        select key(5, n), 'INV-2020-' || lpad(n::text, 6, '0'), date '2020-01-01' + n % 360, 'BOOKED',
          'X' || n, now() - n * interval '1 minute'
        from generate_series(41, 20000) n
        """);
    // As the triggers do, which are silent while tables are filled.
    tables.fill(
        "visit_not_completed",
        """
        insert into visit_not_completed (state, scheduled_at, visit_id)
        select state, scheduled_at, id from visit where state <> 'COMPLETED'
        """);
  }
}
