package io.familiarface.customers.customer;

import static io.familiarface.customers.Api.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.rest.security.Role;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CustomersResourceTest {

  @Test
  void a_customer_is_added_and_read_again() {
    as(Role.CSR)
        .body(
            """
            {"externalId": "ADD-1", "kind": "BUSINESS", "name": "Dorothy's Gifts",
             "preferredName": "Dorothy", "branch": "north",
             "address": {"line1": "12 Mill Lane", "city": "Burlington", "country": "US"},
             "burnedBefore": {"what": "A new face every month."}}""")
        .post("/v1/customers")
        .then()
        .statusCode(201)
        .header("Location", containsString("/v1/customers/"))
        .header("ETag", notNullValue())
        .body("preferredName", equalTo("Dorothy"))
        .body("status", equalTo("ACTIVE"))
        .body("burnedBefore.heardAt", notNullValue())
        .body("photo", nullValue());
    as(Role.CSR)
        .get("/v1/customers/ext:ADD-1")
        .then()
        .statusCode(200)
        .body("name", equalTo("Dorothy's Gifts"))
        .body("address.city", equalTo("Burlington"));
  }
}
