package io.familiarface.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.standalone.Polling;
import io.familiarface.standalone.Service;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever happened, in whatever order: what a service keeps of another is what that one owns. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(SharedSystem.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RestoredDatabaseStoryTest {
  private static final String POSITIONS =
      """
      select feed || ' ' || position || case when rebuild_since is null then '' else ' not yet' end
      from feed_consumer""";

  private final MonthlyVisitDays months = new MonthlyVisitDays();
  private RunningSystem system;
  private Office office;
  private CopiesAndOwners copies;

  @BeforeAll
  void the_company_opens(RunningSystem running) {
    system = running;
    office = new Office(system, "R");
    copies = new CopiesAndOwners(system);
  }

  @Test
  void every_copy_is_as_its_owner_is_after_mixed_work_and_after_one_database_of_three_is_restored()
      throws Exception {
    Technician alan = office.hires("Alan R", months.day(1).minusYears(2));
    Technician bill = office.hires("Bill R", months.day(1).minusYears(1));
    Technician carl = office.hires("Carl R", months.day(1).minusYears(1));
    Customer rose = office.meets("R0001", "HOUSEHOLD", "Rose R", months.daysBeforeVisit(1, 6));
    Customer ruth = office.meets("R0002", "HOUSEHOLD", "Ruth R", months.daysBeforeVisit(1, 6));
    Promise promise = office.recordsPromise(alan, rose, months.daysBeforeVisit(1, 5));
    Agreement agreement = office.signs(rose, alan, months.day(1));
    office.visited(agreement, months.visit(1));
    imports(
        "/v1/complaints/import",
        """
        {"externalId":"R-K1","customerExternalId":"R0001","receivedAt":"%s","severity":"HIGH","cause":"SCHEDULE"}
        {"externalId":"R-K2","customerExternalId":"R0002","receivedAt":"%s","severity":"HIGH","cause":"SCHEDULE"}
        """
            .formatted(months.hoursAfterVisit(1, 5), months.hoursAfterVisit(2, 5)));
    imports(
        "/v1/feedback/import",
        """
        {"externalId":"R-F1","customerExternalId":"R0001","at":"%s","csat":2}
        """
            .formatted(months.hoursAfterVisit(1, 6)));
    settle();
    assertThat(office.promise(promise).path("state").asText()).isEqualTo("STANDING");
    copies.areAlike();

    system.backUp(Service.JOBS);
    office.visitedInstead(
        agreement, months.visit(2), bill, TechnicianChange.thisOnceAndUnannounced("SICK"));
    office.visitedInstead(
        agreement, months.visit(3), carl, TechnicianChange.thisOnceAndUnannounced("SICK"));
    Agreement lost = office.signs(ruth, bill, months.day(2));
    office.visited(lost, months.visit(2));
    settle();
    assertThat(office.promise(promise).path("state").asText()).isEqualTo("BROKEN");
    assertThat(office.riskNow(rose).path("flagged").asBoolean()).isTrue();
    copies.areAlike();

    system.restore(Service.JOBS);
    office.visited(agreement, months.visit(4));
    settle();

    copies.areAlike();
    assertThat(office.promise(promise).path("state").asText()).isEqualTo("STANDING");
  }

  private void settle() {
    awaitThatAllStandAtTheHeads();
    system.settle();
    awaitThatAllStandAtTheHeads();
  }

  /**
   * A service that was killed takes its feeds up again when its lease has run out, one that was
   * restored has forgotten how far the others had come, and who read it may be ahead: only the
   * heads themselves tell when everybody has heard everything.
   */
  private void awaitThatAllStandAtTheHeads() {
    assertThat(
            Polling.until(
                Duration.ofMinutes(2),
                () -> {
                  Set<String> heads = new HashSet<>();
                  Set<String> positions = new HashSet<>();
                  for (Service service : Service.values()) {
                    heads.addAll(rows(service, "select name || ' ' || head from feed"));
                    positions.addAll(rows(service, POSITIONS));
                  }
                  return heads.containsAll(positions);
                }))
        .as("everybody stands where the feeds do")
        .isTrue();
  }

  private List<String> rows(Service service, String query) {
    try {
      return system.rows(service, query);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void imports(String path, String lines) {
    var answer = system.as("admin", Service.FEEDBACK).post(path, "application/x-ndjson", lines);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("REJECTED");
  }
}
