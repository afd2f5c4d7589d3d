package io.familiarface.customers;

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
class ApiTest {

  @Test
  void every_operation_lets_in_exactly_whom_the_table_names() {
    RoleWalk.assertMatches("roles.csv");
  }

  @Test
  void the_api_is_the_one_that_was_reviewed() {
    OpenApiDocument.assertCommitted(Path.of("openapi.yaml"));
  }
}
