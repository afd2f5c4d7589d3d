package io.familiarface.customers.promise;

import io.familiarface.rest.testing.plan.FilledConventions;
import io.familiarface.rest.testing.plan.LargeTables;

/**
 * Customers with promises, traits, talks, and the copies of what the other services tell: a million
 * visits among them.
 */
final class LargeDataSet {
  static final int CUSTOMER = 1;
  static final int TECHNICIAN = 2;
  static final int AGREEMENT = 3;
  static final int VISIT = 4;
  static final int PROMISE = 5;
  static final int VISITS_EACH = 20;

  private LargeDataSet() {}

  static void fill(LargeTables tables) {
    // First, before a schedule tells of what it finds in the tables that follow.
    FilledConventions.fill(tables, "customers", "io.familiarface.customer");
    tables.fill(
        "customer",
        """
        insert into customer (id, external_id, kind, name, branch, status, created_at, version, revision)
        select key(1, n), 'C' || n, 'HOUSEHOLD', 'Word' || n % 700 || ' Name' || n, 'branch ' || n % 5,
          case when n % 200 = 0 then 'LET_GO' else 'ACTIVE' end, now() - n * interval '20 minutes', 0, 1
        from generate_series(1, 50000) n
        """);
    tables.fill(
        "customer_search",
        """
        insert into customer_search (customer_id, text)
        select key(1, n), E'N word' || n % 700 || ' name' || n || E' \\nT 1' || 2000000000 + cast(n as bigint) * 9973
          || E' \\nA ' || n % 999 || ' mill lane burlington ' || n || E' \\n'
        from generate_series(1, 50000) n
        """);
    tables.fill(
        "search_word",
        """
        insert into search_word (word)
        select distinct translate(md5(n::text), '0123456789', 'ghijklmnop') from generate_series(1, 50000) n
        """);
    for (String kind : new String[] {"person", "site"}) {
      tables.fill(
          kind,
          """
          insert into %s (id, customer_id, name, version%s)
          select gen_random_uuid(), key(1, n), 'Name ' || n, 0%s
          from generate_series(1, 50000) n, generate_series(0, 1) i
          """
              .formatted(
                  kind,
                  kind.equals("site") ? ", address_line1, address_city" : "",
                  kind.equals("site") ? ", '1 Mill Lane', 'Burlington'" : ""));
    }
    tables.fill(
        "promise",
        """
        insert into promise (id, external_id, customer_id, kind, text, made_by, made_at, technician_id,
          valid_until, state, decided_at, version)
        select key(5, n), 'P' || n, key(1, n), 'SAME_TECHNICIAN', 'It will be me.', 'Al', now() - interval '2 years',
          key(2, n % 200), now() + (n % 700 - case when n <= 5 then 10 else -10 end) * interval '1 day',
          case when n % 10 = 0 then 'BROKEN' else 'STANDING' end,
          case when n % 10 = 0 then now() - interval '1 year' end, 0
        from generate_series(1, 50000) n
        """);
    tables.fill(
        "promise_breach",
        """
        insert into promise_breach (promise_id, ordinal, at, visit_id)
        select key(5, n * 10), i, now() - interval '1 year', key(4, n * 200 + i)
        from generate_series(1, 5000) n, generate_series(0, 2) i
        """);
    tables.fill(
        "trait",
        """
        insert into trait (id, customer_id, category, pinned, text, heard_by, heard_at, version)
        select gen_random_uuid(), key(1, n), 'CARE', i = 0, 'Likes it quiet.', 'Al', now(), 0
        from generate_series(1, 50000) n, generate_series(0, 1) i
        """);
    tables.fill(
        "interaction",
        """
        insert into interaction (id, customer_id, at, channel, direction, mood, held_by, version)
        select gen_random_uuid(), key(1, n), now() - i * interval '30 days', 'PHONE', 'INBOUND',
          case when i = 0 then 'CALM' end, 'Al', 0
        from generate_series(1, 50000) n, generate_series(0, 1) i
        """);
    tables.fill(
        "technician_copy",
        """
        insert into technician_copy (id, external_id, name, skills, revision)
        select key(2, n), 'T' || n, 'Technician ' || n, '{}', 1 from generate_series(0, 199) n
        """);
    tables.fill(
        "agreement_copy",
        """
        insert into agreement_copy (id, customer_id, program, starts_at, technician_id, revision,
          usual_technician_id, last_completed_at, last_visit_id)
        select key(3, n), key(1, n), 'Monthly', now() - interval '2 years', key(2, n % 200), 1,
          key(2, n % 200), now() - interval '27 days', key(4, n * 20 + 18)
        from generate_series(1, 50000) n
        """);
    tables.fill(
        "visit_copy",
        """
        insert into visit_copy (id, agreement_id, customer_id, state, scheduled_at, technician_id,
          completed_at, revision)
        select key(4, n * 20 + i), key(3, n), key(1, n), case when i = 19 then 'PLANNED' else 'COMPLETED' end, at,
          key(2, n % 200), case when i < 19 then at end, 1
        from generate_series(1, 50000) n, generate_series(0, 19) i,
          lateral (select now() + (i - 19) * interval '30 days' + interval '3 days' as at)
        """);
    tables.fill(
        "feedback_copy",
        """
        insert into feedback_copy (id, customer_id, at, kind, csat, revision)
        select gen_random_uuid(), key(1, n), now(), 'SURVEY', 4, 1 from generate_series(1, 50000) n
        """);
    tables.fill(
        "complaint_copy",
        """
        insert into complaint_copy (id, customer_id, state, severity, cause, received_at, revision)
        select key(6, n), key(1, n), 'RECEIVED', 'LOW', 'PRICE', now(), 1 from generate_series(1, 50000) n
        """);
    tables.fill(
        "risk_copy",
        """
        insert into risk_copy (customer_id, as_of, probability, band, flagged, reason_codes)
        select key(1, n), now(), 0.1, 'LOW', false, '{}' from generate_series(1, 50000) n
        """);
    tables.fill(
        "flag_copy",
        """
        insert into flag_copy (id, customer_id, state, raised_at, reason_codes, revision)
        select key(7, n), key(1, n), 'RAISED', now(), '{}', 1 from generate_series(1, 20000) n
        """);
  }
}
