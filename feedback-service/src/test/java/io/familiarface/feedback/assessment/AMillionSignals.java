package io.familiarface.feedback.assessment;

import io.familiarface.rest.testing.plan.FilledConventions;
import io.familiarface.rest.testing.plan.LargeTables;
import java.util.UUID;

/**
 * Customers who all had the same history as one who was told of by the feeds: a million signals and
 * as many visits.
 */
final class AMillionSignals {
  static final int CUSTOMER = 1;
  static final int FLAG = 2;
  static final int FOLLOW_UP = 3;
  static final int FEEDBACK = 4;
  static final int COMPLAINT = 5;
  static final int VISIT = 6;
  static final int PROJECT = 8;

  private AMillionSignals() {}

  static void fillLike(UUID person, LargeTables tables) {
    // First, before a schedule tells of what it finds in the tables that follow.
    FilledConventions.fill(tables, "feedback", "io.familiarface.risk.assessed");
    tables.fill(
        "customer_copy",
        """
        insert into customer_copy (id, external_id, name, branch, status, created_at, revision)
        select key(1, n), 'C' || n, 'Customer ' || n, 'branch ' || n % 5, 'ACTIVE', now(), 1
        from generate_series(1, 67000) n
        """);
    tables.fill(
        "visit_copy",
        """
        insert into visit_copy (id, external_id, customer_id, state, scheduled_at, change_reason, revision)
        select key(6, n * 15 + i), 'V' || n || '-' || i, key(1, n), case when i < 13 then 'OVER' else 'PLANNED' end,
          now() + (i - 12) * interval '30 days', 'NONE', 1
        from generate_series(1, 67000) n, generate_series(0, 14) i
        """);
    tables.fill(
        "signal",
        """
        insert into signal (customer_id, key, source, revision, kind, at, data)
        select key(1, n), key, source, revision, kind, at, data
        from generate_series(1, 67000) n, signal where customer_id = '%s'
        """
            .formatted(person));
    tables.fill(
        "agreement_copy",
        """
        insert into agreement_copy (id, customer_id, visit_interval_days, started_at, price_amount,
          price_currency, revision, cancelled_at)
        select key(7, n), key(1, n), 30.44, now() - interval '2 years',
          case when n % 3 > 0 then 50 + n % 100 end, case when n % 3 > 0 then 'USD' end, 1,
          case when n % 25 = 0 then now() - interval '1 month' end
        from generate_series(1, 67000) n
        """);
    tables.fill(
        "customer_risk",
        """
        insert into customer_risk (customer_id, state, last_at, first_at, model_version, assessed_at,
          probability, band, flagged, standing, top_reason, next_check_at)
        select key(1, n), state, last_at, first_at, model_version, now(), n %% 1000 / 1000.0,
          case when n %% 1000 > 700 then 'HIGH' when n %% 1000 > 300 then 'ELEVATED' else 'LOW' end,
          n %% 20 = 0, case when n %% 25 = 0 then 'CANCELLED' else 'ACTIVE' end, 'A reason.',
          now() + case when n <= 250 then interval '-1 day' else interval '1 day' end
        from generate_series(1, 67000) n, customer_risk where customer_id = '%s'
        """
            .formatted(person));
    tables.fill(
        "flag",
        """
        insert into flag (id, customer_id, state, raised_at, recorded_at, probability, reasons,
          reason_codes, model_version, cleared_at, ended_at, version)
        select key(2, n), key(1, n), state, at, at, 0.5, '[]', '{}', 'prior-1',
          case when state <> 'RAISED' then at end, case when state <> 'RAISED' then at end, 1
        from generate_series(1, 40000) n,
          lateral (select now() - n * interval '1 hour' as at,
            case when n between 301 and 500 then 'RAISED' when n % 3 = 0 then 'LOST' else 'KEPT' end as state)
        """);
    // Fifteen a week would take forty years: what is looked for is found among many all the same.
    tables.fill(
        "follow_up",
        """
        insert into follow_up (id, flag_id, customer_id, kind, state, opened_at, due_on, owner,
          expected_loss, visits_at_stake, priority, closed_at, version)
        select key(3, n), key(2, n), key(1, n), 'CONCERN', state, now() - n * interval '1 hour',
          current_date - (n / 24)::int, 'Owner ' || n % 5, n % 12, n % 12, n % 12,
          case when state = 'DONE' then now() - n * interval '1 hour' end, 1
        from generate_series(1, 30000) n,
          lateral (select case when n between 301 and 350 then 'OPEN' else 'DONE' end as state)
        where n not between 351 and 500
        """);
    tables.fill(
        "follow_up_outcome",
        """
        insert into follow_up_outcome (id, follow_up_id, outcome, at, recorded_by, told, introduced)
        select gen_random_uuid(), key(3, n), 'REACHED', now(), 'somebody', false, false
        from generate_series(501, 30000) n
        """);
    tables.fill(
        "feedback",
        """
        insert into feedback (id, external_id, customer_id, visit_id, at, kind, csat, recorded_by,
          recorded_at, version)
        select key(4, n), 'F' || n, key(1, n % 67000), key(6, n), now() - n * interval '10 minutes',
          (array['CONCERN', 'PRAISE', 'COMPLAINT', 'SURVEY'])[n % 4 + 1], n % 5 + 1, 'somebody', now(), 1
        from generate_series(1, 100000) n
        """);
    tables.fill(
        "complaint",
        """
        insert into complaint (id, external_id, customer_id, state, next_step, due_at, stepped_at,
          round, owner, check_ins, unanswered, steps, severity, cause, received_at,
          resolved_at, recorded_by, recorded_at, version)
        select key(5, n), 'K' || n, key(1, n), case when n % 10 = 0 then 'RECEIVED' else 'CLOSED' end,
          case when n % 10 = 0 then 'ASSESSMENT' end, case when n % 10 = 0 then now() - n * interval '1 minute' end,
          now() - n * interval '1 hour', 1, 'Pat', 0, 0, 0,
          case when n % 100 = 0 then 'HIGH' else 'LOW' end, case when n % 50 = 0 then 'PRICE' else 'SERVICE' end,
          now() - n * interval '1 hour', case when n % 10 <> 0 then now() end, 'somebody', now(), 1
        from generate_series(1, 20000) n
        """);
    tables.fill(
        "complaint",
        """
        update complaint set state = 'AWAITING_APPROVAL', next_step = 'APPROVAL', remedy_kind = 'REDO',
          remedy_agreed_by = 'Kim'
        where external_id = 'K30'
        """);
    tables.fill(
        "complaint",
        """
        update complaint set state = 'REBUILDING', next_step = 'CHECK_IN', remedy_kind = 'REDO',
          delivered_at = now() - interval '70 days', check_ins = 1, unanswered = 1,
          silent_since = now() - interval '60 days'
        where external_id = 'K50'
        """);
    tables.fill(
        "complaint_step",
        """
        insert into complaint_step (id, complaint_id, number, round, step, at, by, recorded_by,
          recorded_at, details)
        select gen_random_uuid(), key(5, n), i, 1, (array['ASSESSMENT', 'APOLOGY', 'REMEDY'])[i],
          now() - n * interval '1 hour', 'Pat', 'Pat', now(), '{}'
        from generate_series(1, 20000) n, generate_series(1, 3) i where n % 10 <> 0
        """);
    tables.fill(
        "complaint_answer",
        """
        insert into complaint_answer (id, complaint_id, at, words)
        select gen_random_uuid(), key(5, n), now() - n * interval '1 hour', 'Nobody came.'
        from generate_series(1, 20000) n
        """);
    tables.fill(
        "project_copy",
        """
        insert into project_copy (id, external_id, customer_id, ends_at, revision)
        select key(8, n), 'P' || n, key(1, n), now() - n * interval '1 hour', 1
        from generate_series(1, 40000) n
        """);
    tables.fill(
        "project_step_copy",
        """
        insert into project_step_copy (project_id, number, title, supplier, ends_at)
        select key(8, n), i, 'Step ' || i, 'Supplier ' || n % 9, now() - (n + 3 - i) * interval '1 hour'
        from generate_series(1, 40000) n, generate_series(1, 3) i
        """);
    tables.fill(
        "customer_link",
        """
        insert into customer_link (id, token_hash, customer_id, purpose, created_at, created_by,
          expires_at, version)
        select key(9, n), sha256(n::text::bytea), key(1, n), 'FEEDBACK', now() - n * interval '1 hour',
          'Pat', now(), 1
        from generate_series(1, 40000) n
        """);
    tables.fill(
        "feedback_request",
        """
        insert into feedback_request (id, customer_id, at, asked_by, recorded_at, version)
        select key(10, n), key(1, n), now() - interval '40 days' - n * interval '1 hour', 'Pat', now(), 1
        from generate_series(1, 40000) n
        """);
  }
}
