package io.familiarface.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkus.oidc.OIDCException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FillingInProblemsTest {
  private final FillingInProblems filling = new FillingInProblems();

  @Test
  void a_provider_of_identities_that_is_away_is_no_fault_of_ours() {
    var away = new IllegalStateException(new OIDCException("OIDC Server is not available"));

    HttpProblem problem = filled(away);

    assertThat(problem.getStatusCode()).isEqualTo(503);
    assertThat(problem.getType()).isEqualTo(CommonProblem.UNAVAILABLE.uri());
    assertThat(problem.getHeaders()).containsKey("Retry-After");
  }

  @Test
  void what_nobody_expected_is_hidden_behind_an_id() {
    HttpProblem problem = filled(new IllegalStateException("a secret"));

    assertThat(problem.getStatusCode()).isEqualTo(500);
    assertThat(problem.getParameters()).containsKey("errorId");
    assertThat(problem.getDetail()).doesNotContain("secret");
  }

  private HttpProblem filled(Throwable cause) {
    var raw = HttpProblem.builder().withStatus(500).withTitle("Internal Server Error").build();
    return filling.apply(raw, ProblemContext.of(cause, "/v1/technicians"));
  }
}
