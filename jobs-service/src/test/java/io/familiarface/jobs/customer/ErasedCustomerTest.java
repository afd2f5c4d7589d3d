package io.familiarface.jobs.customer;

import static io.familiarface.rest.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.PublishedEvents;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is held of a person, and that it is gone. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ErasedCustomerTest {

  @Inject Company company;

  @Test
  void all_that_is_held_of_a_customer_is_exported_by_table() {
    String dorothy = company.customer("Dorothy");
    String agreement =
        company.monthlyAgreement(dorothy, company.technician("T"), LocalDate.of(2025, 1, 6));
    as("admin")
        .get("/v1/customers/" + dorothy + "/export")
        .then()
        .statusCode(200)
        .body("service", equalTo("jobs-service"))
        .body("records.customer_copy[0].name", equalTo("Dorothy Inc."))
        .body("records.agreement[0].id", equalTo(agreement))
        .body("records.visit.size()", equalTo(company.visitsToCome(agreement).size()));
    as("admin")
        .get("/v1/audit?action=read&person=" + dorothy)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].entityType", equalTo("export"));
    as("admin").get("/v1/customers/" + UUID.randomUUID() + "/export").then().statusCode(404);
  }

  @Test
  void of_an_erased_customer_visits_stay_without_a_name() {
    UUID grace = UUID.fromString(company.customer("Grace"));
    String agreement =
        company.monthlyAgreement(
            grace.toString(), company.technician("T"), LocalDate.of(2025, 1, 6));
    String receipt = "/v1/customers/" + grace + "/erasure";
    as("service").get(receipt).then().statusCode(200).body("state", equalTo("PENDING"));

    FeedDelivery.live(
        List.of(NeighbourEvent.erased("customers", "customer", grace, Instant.now())));

    as("service")
        .get(receipt)
        .then()
        .statusCode(200)
        .body("state", equalTo("DONE"))
        .body("erasedAt", notNullValue());
    as("admin").get("/v1/customers/" + grace + "/export").then().statusCode(404);
    as("csr")
        .get("/v1/agreements/" + agreement)
        .then()
        .statusCode(200)
        .body("customerExternalId", nullValue());
    as("admin")
        .get("/v1/audit?person=" + grace)
        .then()
        .body("items.findAll { it.after != null }", hasSize(0));
    assertThat(
            PublishedEvents.of("jobs")
                .when(
                    grace,
                    events -> events.stream().anyMatch(e -> "DELETE".equals(e.get("method")))))
        .isNotEmpty();
  }
}
