package io.familiarface.customers;

import static io.restassured.RestAssured.given;

import io.familiarface.rest.testing.Tokens;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The service as its callers speak to it. */
public final class Api {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Api() {}

  /** A request with a JSON body by somebody of this role. */
  public static RequestSpecification as(String role) {
    return given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + Tokens.as(role))
        .contentType("application/json");
  }

  public static RequestSpecification asTechnician(UUID technicianId) {
    return given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + Tokens.technician(technicianId))
        .contentType("application/json");
  }

  /** An external id that no other test uses. */
  public static String newKey(String prefix) {
    return prefix + "-" + NUMBER.incrementAndGet();
  }

  /** A customer of whom nothing is known but the name; answers the id. */
  public static UUID newCustomer(String name) {
    return UUID.fromString(
        as("admin")
            .body("{\"kind\":\"HOUSEHOLD\",\"name\":\"%s\"}".formatted(name))
            .post("/v1/customers")
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }
}
