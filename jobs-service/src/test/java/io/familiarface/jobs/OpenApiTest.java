package io.familiarface.jobs;

import io.familiarface.rest.testing.OpenApiDocument;
import io.familiarface.rest.testing.RoleWalk;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenApiTest {
  @Test
  void the_api_is_the_one_that_was_reviewed() {
    OpenApiDocument.assertCommitted(Path.of("openapi.yaml"));
  }

  @Test
  void every_operation_lets_in_exactly_those_it_should() {
    RoleWalk.assertMatches("roles.csv");
  }
}
