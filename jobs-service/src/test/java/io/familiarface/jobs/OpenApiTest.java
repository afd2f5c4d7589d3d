package io.familiarface.jobs;

import io.familiarface.rest.testing.ApiContractTest;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenApiTest extends ApiContractTest {
  @Inject Company company;

  @Override
  protected Map<String, String> somebody() {
    return Map.of("customerId", company.customer("Marked"));
  }
}
