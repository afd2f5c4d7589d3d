package io.familiarface.jobs.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.database.Database;
import io.familiarface.jobs.Company;
import io.familiarface.rest.Ref;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class VisitStorageTest {
  @Inject Company company;
  @Inject Database database;
  @Inject CompletingVisit completing;
  @Inject RequestContextController request;
  private UUID visit;

  @BeforeEach
  void a_visit_that_is_due() {
    LocalDate day = LocalDate.of(2025, 1, 6);
    String agreement =
        company.monthlyAgreement(company.customer("Dorothy"), company.technician("Ann"), day);
    visit = UUID.fromString(company.pastVisit(agreement, Company.at(day, 10)));
  }

  private long counted(String updates) {
    return database
        .sql("select pg_stat_get_xact_tuples_%s(cast('visit' as regclass))".formatted(updates))
        .one(Long.class);
  }

  @Test
  void a_completion_is_written_to_no_index_of_visits() {
    boolean activated = request.activate();
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                completing.complete(Ref.of(visit), null, true);
                assertThat(counted("updated")).isEqualTo(1);
                assertThat(counted("hot_updated")).isEqualTo(1);
              });
    } finally {
      if (activated) {
        request.deactivate();
      }
    }
  }

  private List<String> notCompleted() {
    return database
        .sql("select state from visit_not_completed where visit_id = :id")
        .bind("id", visit)
        .list(String.class);
  }

  @Test
  void a_visit_is_among_those_not_completed_until_it_is() {
    assertThat(notCompleted()).containsExactly("PLANNED");
    company.completeOnTime(visit.toString(), Company.at(LocalDate.of(2025, 1, 6), 11));
    assertThat(notCompleted()).isEmpty();
  }

  @Test
  void those_not_completed_are_kept_with_every_way_to_change_a_visit() {
    String differences =
        """
        (select state, scheduled_at, id from visit where state <> 'COMPLETED'
         except select state, scheduled_at, visit_id from visit_not_completed)
        union all
        (select state, scheduled_at, visit_id from visit_not_completed
         except select state, scheduled_at, id from visit)
        """;
    assertThat(
            database.sql("select id from (" + differences + ") as d (s, t, id)").list(UUID.class))
        .isEmpty();
  }
}
