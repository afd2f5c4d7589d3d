package io.familiarface.jobs.visit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JobSheetPolicyTest {
  private static final UUID ANN = new UUID(0, 1);
  private static final UUID BEN = new UUID(0, 2);

  private static Visit visit(UUID expected, UUID comes) {
    Visit visit = new Visit();
    visit.id = new UUID(0, 9);
    visit.plannedTechnicianId = expected;
    visit.technicianId = comes;
    return visit;
  }

  @Test
  void a_substitute_reads_first_where_the_company_wants_it() {
    JobSheetPolicy strict = new JobSheetPolicy(true);
    assertThatThrownBy(() -> strict.requireRead(visit(ANN, BEN), null))
        .isInstanceOf(HttpProblem.class)
        .hasMessageContaining("acknowledge");
    assertThatThrownBy(() -> strict.requireRead(visit(ANN, BEN), ANN))
        .isInstanceOf(HttpProblem.class);
    assertThatCode(() -> strict.requireRead(visit(ANN, BEN), BEN)).doesNotThrowAnyException();
  }

  @Test
  void whoever_is_expected_need_not_nor_anybody_where_nothing_is_asked() {
    assertThatCode(() -> new JobSheetPolicy(true).requireRead(visit(ANN, ANN), null))
        .doesNotThrowAnyException();
    assertThatCode(() -> new JobSheetPolicy(false).requireRead(visit(ANN, BEN), null))
        .doesNotThrowAnyException();
  }
}
