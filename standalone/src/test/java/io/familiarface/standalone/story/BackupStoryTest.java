package io.familiarface.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.standalone.DataDirectory;
import io.familiarface.standalone.Service;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The computer under the stairs breaks, and last night's file is on another one. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(SharedSystem.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BackupStoryTest {
  private final MonthlyVisitDays months = new MonthlyVisitDays();
  private RunningSystem system;

  @BeforeAll
  void the_company_opens(RunningSystem running) {
    system = running;
  }

  @Test
  void what_was_saved_beside_a_run_is_there_on_another_machine_and_work_goes_on(
      @TempDir Path elsewhere) {
    var office = new Office(system, "S");
    Technician alan = office.hires("Alan Stone", months.day(1).minusYears(2));
    Customer iris =
        office.meets("S0001", "HOUSEHOLD", "Iris Calloway", months.daysBeforeVisit(1, 6));
    Promise promise = office.recordsPromise(alan, iris, months.daysBeforeVisit(1, 5));
    office.visited(office.signs(iris, alan, months.day(1)), months.visit(1));
    system.settle();
    Path backup = elsewhere.resolve("last-night.zip");

    system.saveAs(backup);

    assertThatThrownBy(() -> system.saveAs(backup)).hasMessageContaining("is there already");
    try (RunningSystem restored = RunningSystem.startFrom(backup)) {
      assertThat(new DataDirectory(restored.folder()).isOwn()).isTrue();
      JsonNode card =
          restored.as("csr", Service.CUSTOMERS).get("/v1/customers/ext:S0001/card").json();
      assertThat(card.toString()).contains("Iris Calloway");
      var again = new Office(restored, "R");
      assertThat(again.promise(promise).path("state").asText()).isEqualTo("STANDING");

      Customer next = again.meets("S0002", "HOUSEHOLD", "Noor Haddad", months.visit(1));
      again.signs(next, alan, months.day(1));
      restored.settle();

      assertThat(restored.as("csr", Service.FEEDBACK).get("/v1/customers/ext:S0002/risk").status())
          .isEqualTo(200);
    }
  }
}
