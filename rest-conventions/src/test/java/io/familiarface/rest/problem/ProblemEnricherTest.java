package io.familiarface.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.familiarface.postgres.PostgresDatabase;
import io.familiarface.postgres.TestDatabase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkus.oidc.OIDCException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemEnricherTest {
  private final ProblemEnricher filling = new ProblemEnricher();

  @Test
  void a_provider_of_identities_that_is_away_is_no_fault_of_ours() {
    var away = new IllegalStateException(new OIDCException("OIDC Server is not available"));

    HttpProblem problem = filled(away);

    assertThat(problem.getStatusCode()).isEqualTo(503);
    assertThat(problem.getType()).isEqualTo(CommonProblem.UNAVAILABLE.uri());
    assertThat(problem.getHeaders()).containsKey("Retry-After");
  }

  @Test
  void waiting_in_vain_for_a_connection_is_no_fault_of_ours() throws SQLException {
    try (AgroalDataSource pool = poolOfOne();
        Connection theOnlyOne = pool.getConnection()) {
      Throwable inVain = catchThrowable(pool::getConnection);

      HttpProblem problem = filled(new IllegalStateException(inVain));

      assertThat(theOnlyOne.isValid(1)).isTrue();
      assertThat(problem.getStatusCode()).isEqualTo(503);
      assertThat(problem.getHeaders()).containsKey("Retry-After");
    }
  }

  @Test
  void what_nobody_expected_is_hidden_behind_an_id() {
    HttpProblem problem = filled(new IllegalStateException("a secret"));

    assertThat(problem.getStatusCode()).isEqualTo(500);
    assertThat(problem.getParameters()).containsKey("errorId");
    assertThat(problem.getDetail()).doesNotContain("secret");
  }

  private static AgroalDataSource poolOfOne() throws SQLException {
    PostgresDatabase database = TestDatabase.create("pool");
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(1)
                        .acquisitionTimeout(Duration.ofSeconds(2))
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .jdbcUrl(database.jdbcUrl())
                                    .principal(new NamePrincipal(database.user()))
                                    .credential(new SimplePassword(database.password())))));
  }

  private HttpProblem filled(Throwable cause) {
    var raw = HttpProblem.builder().withStatus(500).withTitle("Internal Server Error").build();
    return filling.apply(raw, ProblemContext.of(cause, "/v1/technicians"));
  }
}
