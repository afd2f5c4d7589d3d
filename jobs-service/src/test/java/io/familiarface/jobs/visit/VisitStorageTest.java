package io.familiarface.jobs.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.postgres.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VisitStorageTest {
  private static Database database;
  private UUID visit;

  @BeforeAll
  static void migrate() {
    DataSource source = TestDatabase.create("storage").dataSource();
    Flyway.configure()
        .dataSource(source)
        .locations(
            "classpath:db/feed",
            "classpath:db/conventions",
            "filesystem:src/main/resources/db/migration")
        .load()
        .migrate();
    database = new Database(source);
    database
        .sql("insert into technician (id, name, version) values (gen_random_uuid(), 'Ann', 0)")
        .update();
    database
        .sql(
            """
            insert into agreement (id, customer_id, program, recurrence, visit_interval_days,
              starts_on, visit_time, price_amount, price_currency, planned_until, version)
            values (gen_random_uuid(), gen_random_uuid(), 'Monthly', 'FREQ=MONTHLY', 30.44,
              '2025-01-06', '10:00', 89, 'USD', '2025-01-06', 0)
            """)
        .update();
  }

  @BeforeEach
  void a_planned_visit() {
    visit =
        database
            .sql(
                """
                insert into visit (id, agreement_id, customer_id, generated, time_said, scheduled_at,
                  scheduled_on, state, technician_id, version)
                select gen_random_uuid(), agreement.id, customer_id, true, true, now(), current_date,
                  'PLANNED', technician.id, 0
                from agreement, technician
                returning id
                """)
            .one(UUID.class);
  }

  private RoundTrip completing() {
    return database
        .roundTrip()
        .bind("id", visit)
        .bind("state", VisitState.COMPLETED)
        .bind("customerTold", null)
        .bind("customerToldAt", null)
        .bind("toldLate", false)
        .bind("introduced", null)
        .bind("introducedAt", null)
        .bind("arrivedAt", null)
        .bind("completedAt", Instant.now())
        .bind("onTime", true)
        .bind("missedAt", null)
        .bind("missedReason", null)
        .bind("version", 1)
        .update(LockedVisits.SAVE);
  }

  @Test
  void a_completion_is_written_to_no_index_of_visits() {
    assertWrittenToNoIndex(completing());
  }

  @Test
  void what_is_ticked_is_written_to_no_index_of_visits() {
    assertWrittenToNoIndex(
        database
            .roundTrip()
            .bind("id", visit)
            .bind("checklist", Checklist.write(Checklist.toDo(List.of("Cellar"))))
            .bind("version", 1)
            .update(LockedVisits.SAVE_CHECKLIST));
  }

  private static void assertWrittenToNoIndex(RoundTrip trip) {
    var updates =
        trip.query("select pg_stat_get_xact_tuples_updated(cast('visit' as regclass))", Long.class);
    var withoutIndex =
        trip.query(
            "select pg_stat_get_xact_tuples_hot_updated(cast('visit' as regclass))", Long.class);
    trip.send();
    assertThat(updates.first()).contains(1L);
    assertThat(withoutIndex.first()).contains(1L);
  }

  private List<String> stateAmongThoseNotCompleted() {
    return database
        .sql(
            """
            select n.state from visit_not_completed n
            join visit v on v.id = n.visit_id and v.scheduled_at = n.scheduled_at
            where n.visit_id = :id
            """)
        .bind("id", visit)
        .list(String.class);
  }

  private void change(String how) {
    database.sql("update visit set " + how + " where id = :id").bind("id", visit).update();
  }

  @Test
  void a_visit_is_found_by_its_state_until_it_is_completed() {
    assertThat(stateAmongThoseNotCompleted()).containsExactly("PLANNED");
    change("scheduled_at = scheduled_at + interval '1 day'");
    assertThat(stateAmongThoseNotCompleted()).containsExactly("PLANNED");
    completing().send();
    assertThat(stateAmongThoseNotCompleted()).isEmpty();
    change("state = 'WITHDRAWN', completed_at = null");
    assertThat(stateAmongThoseNotCompleted()).containsExactly("WITHDRAWN");
    database.sql("delete from visit where id = :id").bind("id", visit).update();
    assertThat(
            database
                .sql("select 1 from visit_not_completed where visit_id = :id")
                .bind("id", visit)
                .exists())
        .isFalse();
  }
}
