package io.familiarface.customers;

import static io.familiarface.rest.testing.Api.json;

import io.familiarface.rest.security.Role;
import java.util.UUID;

/** Customers for tests. */
public final class CustomerFixture {
  private CustomerFixture() {}

  /** A customer of whom nothing is known but the name; answers the id. */
  public static UUID newCustomer(String name) {
    return UUID.fromString(
        json(Role.ADMIN, "{\"kind\":\"HOUSEHOLD\",\"name\":\"%s\"}".formatted(name))
            .post("/v1/customers")
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }
}
