package io.familiarface.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.standalone.Polling;
import io.familiarface.standalone.Service;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
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
    system.settle();
    assertThat(office.promise(promise).path("state").asText()).isEqualTo("STANDING");
    copies.areAlike();

    system.backUp(Service.JOBS);
    office.visitedInstead(
        agreement, months.visit(2), bill, TechnicianChange.thisOnceAndUnannounced("SICK"));
    office.visitedInstead(
        agreement, months.visit(3), carl, TechnicianChange.thisOnceAndUnannounced("SICK"));
    Agreement lost = office.signs(ruth, bill, months.day(2));
    office.visited(lost, months.visit(2));
    system.settle();
    assertThat(office.promise(promise).path("state").asText()).isEqualTo("BROKEN");
    assertThat(office.riskNow(rose).path("flagged").asBoolean()).isTrue();
    copies.areAlike();

    system.restore(Service.JOBS);
    office.visited(agreement, months.visit(4));
    awaitThatTheyStandWhere(Service.JOBS);
    system.settle();

    copies.areAlike();
    assertThat(office.promise(promise).path("state").asText()).isEqualTo("STANDING");
  }

  /** Only then has everybody heard that there was a restore; before, they are ahead of it. */
  private void awaitThatTheyStandWhere(Service publisher) {
    assertThat(
            Polling.until(
                Duration.ofMinutes(2),
                () ->
                    heads(publisher).equals(positions(Service.CUSTOMERS))
                        && heads(publisher).equals(positions(Service.FEEDBACK))))
        .as("the others have followed %s back", publisher.fullName())
        .isTrue();
  }

  private List<String> heads(Service publisher) {
    return rows(publisher, "select name || ' ' || head from feed order by name");
  }

  private List<String> positions(Service reader) {
    return rows(
        reader,
        """
        select feed || ' ' || position from feed_consumer
        where feed in ('jobs', 'technicians') and rebuild_since is null order by feed\
        """);
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
