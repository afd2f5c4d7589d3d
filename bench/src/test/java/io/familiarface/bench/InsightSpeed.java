package io.familiarface.bench;

import io.familiarface.postgres.PostgresDatabase;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * What the company learns from a million pieces of feedback and a hundred thousand cases, beside
 * one scan of the two tables; and the list of whom to call, beside the bare select by its key.
 */
final class InsightSpeed implements Bench.Part {
  private static final double AIM_SCANS = 5;
  private static final double AIM_SELECTS = 3;
  private static final int FEW_CALLS = 1_000;
  private static final int FIRST_ATTEMPTS = 10;
  private static final int LISTS = 200;

  private static final String[] INSIGHTS = {
    "causes", "recovery", "leaving", "training", "perception"
  };

  /** A year of visits: a twentieth as many customers, and a mark for each visit. */
  private static final List<String> HISTORY =
      List.of(
          """
          insert into customer_copy (id, external_id, name, branch, status, created_at, revision)
          select md5('ic' || n)::uuid, 'IC' || n, 'Customer ' || n, 'branch ' || n %% 5, 'ACTIVE',
            now() - interval '2 years', 1
          from generate_series(0, %1$d / 20) n on conflict do nothing
          """,
          """
          insert into technician_copy (id, external_id, name, branch, trainings, revision)
          select md5('it' || n)::uuid, 'IT' || n, 'Technician ' || n, 'branch ' || n %% 5,
            jsonb_build_array(jsonb_build_object('course', 'Listening', 'kind', 'SOFT',
              'on', (now() - (n + 20) * interval '3 days')::date)), 1
          from generate_series(0, 59) n on conflict do nothing
          """,
          """
          insert into agreement_copy (id, customer_id, program, visit_interval_days, started_at, revision)
          select md5('ia' || n)::uuid, md5('ic' || n)::uuid, 'Program ' || n %% 7, 30.44,
            now() - interval '2 years', 1
          from generate_series(0, %1$d / 20) n on conflict do nothing
          """,
          """
          insert into signal (customer_id, key, source, revision, kind, at, data)
          select customer, 'visit/' || visit, 'JOBS', 1, 'VISIT_COMPLETED', at, jsonb_build_object(
            'visitId', visit, 'agreementId', agreement, 'at', at, 'technicianId', technician,
            'plannedTechnicianId', planned, 'onTime', case when n %% 20 > 0 then 'YES' else 'NO' end)
          from (
            select n, md5('ic' || n %% (%1$d / 20))::uuid as customer, md5('iv' || n)::uuid as visit,
              md5('ia' || n %% (%1$d / 20))::uuid as agreement, md5('it' || n %% 60)::uuid as technician,
              md5('it' || case when n %% 9 = 0 then (n + 1) %% 60 else n %% 60 end)::uuid as planned,
              now() - interval '1 day' - n * interval '1 year' / (%1$d * 1.1) as at
            from generate_series(1, %1$d) n) visits on conflict do nothing
          """,
          """
          insert into signal (customer_id, key, source, revision, kind, at, data)
          select md5('ic' || n)::uuid, 'cancelled/' || n, 'JOBS', 1, 'AGREEMENT_CANCELLED', at,
            jsonb_build_object('agreementId', md5('ia' || n)::uuid, 'at', at, 'reason', 'PRICE')
          from (select n, now() - n %% 300 * interval '1 day' as at
            from generate_series(0, %1$d / 20, 20) n) gone on conflict do nothing
          """,
          """
          update agreement_copy a set cancelled_at = s.at from signal s
          where s.kind = 'AGREEMENT_CANCELLED' and a.id = cast(s.data ->> 'agreementId' as uuid)
          """,
          """
          insert into feedback (id, customer_id, visit_id, at, kind, csat, recorded_by, recorded_at, version)
          select md5('if' || n)::uuid, md5('ic' || n %% (%1$d / 20))::uuid, md5('iv' || n)::uuid,
            now() - n * interval '1 year' / (%1$d * 1.1), 'SURVEY', n * 7 %% 5 + 1, 'bench', now(), 1
          from generate_series(1, %1$d) n on conflict do nothing
          """,
          """
          insert into complaint (id, customer_id, visit_id, severity, cause, received_at, resolved_at,
            customer_satisfied, state, round, owner, remedy_kind, stepped_at, check_ins, unanswered, steps,
            recorded_by, recorded_at, version)
          select md5('ik' || n)::uuid, md5('ic' || n %% (%1$d / 20))::uuid, md5('iv' || n)::uuid, 'LOW',
            (array['PRICE', 'SERVICE', 'DAMAGE'])[n %% 3 + 1], at, at + interval '4 hours', n %% 3 > 0,
            'CLOSED', 1, 'Kim', (array['REDO', 'CREDIT', null])[n %% 3 + 1], at, 0, 0, 0, 'bench', now(), 1
          from (select n, now() - n * interval '1 year' / (%1$d * 1.1) as at
            from generate_series(1, %1$d, 10) n) cases on conflict do nothing
          """,
          """
          insert into signal (customer_id, key, source, revision, kind, at, data)
          select customer_id, 'feedback/' || id, 'FEEDBACK', 1, 'FEEDBACK_GIVEN', at,
            jsonb_build_object('at', at, 'csat', csat)
          from feedback where recorded_by = 'bench' on conflict do nothing
          """,
          """
          insert into signal (customer_id, key, source, revision, kind, at, data)
          select customer_id, 'complaint/' || id, 'FEEDBACK', 1, 'COMPLAINT_RECEIVED', received_at,
            jsonb_build_object('complaintId', id, 'at', received_at)
          from complaint where recorded_by = 'bench' on conflict do nothing
          """,
          "vacuum analyze");

  private static final String CALLS =
      """
      insert into follow_up (id, cause, customer_id, kind, why, state, opened_at, due_on, owner,
        expected_loss, visits_at_stake, priority, version)
      select md5('iu' || n)::uuid, 'bench/' || n, md5('ic' || n)::uuid, 'CALL_ME', 'They ask for a call.',
        'OPEN', now(), current_date + n %% 60, 'Owner ' || n %% 9, n %% 100, 1, n %% 100, 1
      from generate_series(1, %d) n on conflict do nothing
      """;

  /** The same rows with the same columns as the list shows, found by the same key. */
  private static final String BARE_LIST =
      """
      select u.*, c.external_id, c.name, c.preferred_name, c.branch, f.state, f.raised_at,
        f.reason_codes, f.reasons, r.probability
      from follow_up u
      left join flag f on f.id = u.flag_id
      left join customer_copy c on c.id = u.customer_id
      left join customer_risk r on r.customer_id = u.customer_id
      where u.state = 'OPEN' order by u.due_on, u.priority desc, u.id limit 51
      """;

  /** Something is said of a day, which is counted anew when somebody asks next. */
  private static final String ANOTHER_MARK =
      "update feedback set csat = csat %% 5 + 1 where id = md5('if' || %d)::uuid";

  private final RunningSystem system;
  private final Workload workload;

  InsightSpeed(RunningSystem system, Workload workload) {
    this.system = system;
    this.workload = workload;
  }

  @Override
  public void measure(Report report) throws Exception {
    PostgresDatabase database = system.database(Service.FEEDBACK);
    execute(database, CALLS.formatted(FEW_CALLS), "vacuum analyze follow_up");
    Durations few = new Durations();
    lists(database, few, new Durations());
    long began = System.nanoTime();
    for (String sql : HISTORY) {
      execute(database, sql.formatted(workload.feedbacks()));
    }
    execute(
        database,
        CALLS.formatted(workload.feedbacks() / 10),
        "vacuum analyze follow_up",
        "checkpoint");
    System.out.printf("  a year made in %.0f s%n", (System.nanoTime() - began) / 1e9);
    began = System.nanoTime();
    readFirst();
    System.out.printf("  counted in %.0f s%n", (System.nanoTime() - began) / 1e9);
    insights(database, report);
    Durations many = new Durations();
    Durations bare = new Durations();
    lists(database, many, bare);
    String open = "%,d".formatted(workload.feedbacks() / 10);
    report.add(
        Measurement.atMost(
            "the list of whom to call, %s open, against the bare select".formatted(open),
            many.median() / bare.median(),
            "×",
            AIM_SELECTS,
            String.format(
                Locale.ROOT, "medians: %.1f ms, bare %.1f ms", many.median(), bare.median())));
    report.add(
        Measurement.atMost(
            "the same list, against %,d open".formatted(FEW_CALLS),
            many.median() / few.median(),
            "×",
            1.2,
            String.format(Locale.ROOT, "medians: %.1f ms, %.1f ms", many.median(), few.median())));
  }

  private void insights(PostgresDatabase database, Report report) throws Exception {
    for (String insight : INSIGHTS) {
      Durations ours = new Durations();
      Durations scans = new Durations();
      for (int round = 1; round <= workload.rounds(); round++) {
        execute(database, ANOTHER_MARK.formatted(round));
        ours.time(() -> read(insight));
        scans.time(() -> scan(database));
        scans.time(() -> scan(database));
        execute(database, ANOTHER_MARK.formatted(workload.feedbacks() / 2 + round));
        ours.time(() -> read(insight));
      }
      report.add(
          Measurement.atMost(
              "%s over %,d feedbacks, against one scan".formatted(insight, workload.feedbacks()),
              ours.median() / scans.median(),
              "×",
              AIM_SCANS,
              String.format(
                  Locale.ROOT,
                  "medians: %.0f ms; scans of feedback and complaint %.0f ms",
                  ours.median(),
                  scans.median())));
    }
  }

  /** Until all has been counted, whoever asks waits a while and is told to ask again. */
  private void readFirst() {
    for (int attempt = 1; ; attempt++) {
      try {
        read("causes");
        return;
      } catch (RuntimeException e) {
        if (attempt == FIRST_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private void read(String insight) {
    ServiceResponse answer = system.client(Service.FEEDBACK).get("/v1/insights/" + insight);
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.toString());
    }
  }

  /** Every row of the two tables is read, and something is made of it. */
  private static void scan(PostgresDatabase database) throws SQLException {
    execute(
        database,
        "select count(*), avg(csat) from feedback",
        "select count(*), avg(round) from complaint");
  }

  private void lists(PostgresDatabase database, Durations ours, Durations bare) throws Exception {
    try (HttpConnection http = new HttpConnection(system.port(Service.FEEDBACK), system.token());
        Connection connection = database.connect();
        PreparedStatement select = connection.prepareStatement(BARE_LIST)) {
      // Before that the second compiler has not yet seen to what a list needs.
      long warm = System.nanoTime() + workload.warmUp().toNanos();
      while (System.nanoTime() < warm) {
        list(http);
        bareList(select);
      }
      for (int i = 0; i < LISTS; i++) {
        ours.time(() -> list(http));
        bare.time(() -> bareList(select));
      }
    }
  }

  private static void bareList(PreparedStatement select) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          rows.getString(column);
        }
      }
    }
  }

  private static void list(HttpConnection http) throws IOException {
    int status = http.get("/v1/follow-ups?state=OPEN&limit=50");
    if (status != 200) {
      throw new IllegalStateException("the list of whom to call answered " + status);
    }
  }

  private static void execute(PostgresDatabase database, String... statements) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
