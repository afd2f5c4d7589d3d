package io.familiarface.jobs.customer;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.familiarface.database.Database;
import io.familiarface.database.Statement;
import io.familiarface.jobs.Company;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Two customers are one: agreements and visits of the one are the other's. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class MergedCustomerTest {

  @Inject Company company;
  @Inject CustomerLookup customers;
  @Inject Agreements agreements;
  @Inject Database database;

  @Test
  void agreements_and_visits_follow_and_the_job_sheet_is_of_the_survivor() {
    String dorothy = company.customer("Dorothy");
    String twin = company.customer("Twin");
    String agreement =
        company.monthlyAgreement(dorothy, company.technician("T"), LocalDate.of(2025, 1, 6));
    List<String> coming = company.visitsToCome(agreement);
    merged(dorothy, "null", twin);
    as("csr").get("/v1/agreements/" + agreement).then().body("customerId", equalTo(twin));
    as("csr")
        .get("/v1/visits?customerId=" + twin)
        .then()
        .body("items.id", hasItem(coming.get(0)))
        .body("items.customerId", everyItem(equalTo(twin)));
    as("csr")
        .get("/v1/visits/" + coming.get(0) + "/job-sheet")
        .then()
        .body("who.likesToBeCalled", equalTo("Twin"));
  }

  @Test
  void whoever_is_named_by_the_old_id_or_the_old_key_is_the_survivor() {
    String dorothy = company.customer("Dorothy");
    String twin = company.customer("Twin");
    String key = company.key("OLD");
    merged(dorothy, "\"" + key + "\"", twin);
    String technician = company.technician("T");
    for (String named :
        List.of("\"customerId\":\"" + dorothy + "\"", "\"customerExternalId\":\"" + key + "\"")) {
      json(
              "csr",
              """
              {%s,"program":"Ants","recurrence":"FREQ=MONTHLY","startsOn":"%s","technicianId":"%s",
               "price":{"amount":"89.00","currency":"USD"}}\
              """
                  .formatted(named, Company.today(), technician))
          .post("/v1/agreements")
          .then()
          .statusCode(201)
          .body("customerId", equalTo(twin));
    }
    assertThat(company.events("jobs", dorothy, 0)).isEmpty();
  }

  @Test
  void each_list_that_is_asked_about_the_old_id_shows_the_survivors() {
    String dorothy = company.customer("Dorothy");
    String twin = company.customer("Twin");
    company.monthlyAgreement(dorothy, company.technician("T"), LocalDate.of(2025, 1, 6));
    json("csr", "{\"customerId\":\"%s\",\"title\":\"Cellar\"}".formatted(dorothy))
        .post("/v1/projects")
        .then()
        .statusCode(201);
    json("csr", "{\"customerId\":\"%s\"}".formatted(dorothy))
        .post("/v1/calendar-links")
        .then()
        .statusCode(201);
    merged(dorothy, "null", twin);
    for (String list : List.of("agreements", "visits", "projects", "calendar-links")) {
      as("csr")
          .get("/v1/" + list + "?customerId=" + dorothy)
          .then()
          .statusCode(200)
          .body("items", not(empty()))
          .body("items.customerId", everyItem(equalTo(twin)));
    }
    for (String list : List.of("notices", "introductions", "accounting/documents")) {
      as("manager").get("/v1/" + list + "?customerId=" + dorothy).then().statusCode(200);
    }
  }

  @Test
  void an_agreement_shows_the_key_that_the_customer_has_now() {
    String dorothy = company.customer("Dorothy");
    String twin = company.customer("Twin");
    String path =
        "/v1/agreements/"
            + company.monthlyAgreement(dorothy, company.technician("T"), LocalDate.of(2025, 1, 6));
    String tag = etag(path);
    merged(dorothy, "\"" + company.key("OLD") + "\"", twin);
    String key = company.key("NEW");
    company.hear(
        "customers",
        "io.familiarface.customer",
        twin,
        "{\"id\":\"%s\",\"externalId\":\"%s\",\"name\":\"Twin\",\"revision\":2}"
            .formatted(twin, key));
    as("csr")
        .header("If-None-Match", tag)
        .get(path)
        .then()
        .statusCode(200)
        .body("customerExternalId", equalTo(key));
    as("csr")
        .get("/v1/agreements?customerId=ext:" + key)
        .then()
        .body("items.customerExternalId", contains(key));
    json("manager", "{\"program\":\"Ants\"}")
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200)
        .body("customerExternalId", equalTo(key));
  }

  @Test
  void whoever_was_merged_into_the_one_follows_and_nothing_brings_them_back() {
    String first = company.customer("First");
    String second = company.customer("Second");
    String third = company.customer("Third");
    merged(first, "null", second);
    merged(second, "null", third);
    company.hear(
        "customers",
        "io.familiarface.customer",
        first,
        "{\"id\":\"%s\",\"name\":\"Back\",\"revision\":99}".formatted(first));
    company.monthlyAgreement(first, company.technician("T"), Company.today());
    as("csr")
        .get("/v1/agreements?customerId=" + third)
        .then()
        .body("items.customerId", hasItem(third));
  }

  @Test
  void what_is_being_added_while_they_become_one_is_the_survivors_as_well() {
    String dorothy = company.customer("Dorothy");
    String twin = company.customer("Twin");
    UUID project = UUID.randomUUID();
    whileAdding(
        () -> {
          CustomerRef whose = customers.referred(new Reference(UUID.fromString(dorothy), null));
          return () -> addProject(project, whose);
        },
        () -> merged(dorothy, "null", twin));
    as("csr").get("/v1/projects/" + project).then().body("customerId", equalTo(twin));
  }

  @Test
  void what_waits_for_one_merge_while_another_follows_is_the_last_ones() {
    String dorothy = company.customer("Dorothy");
    String twin = company.customer("Twin");
    String third = company.customer("Third");
    UUID project = UUID.randomUUID();
    CompletableFuture<Void> locked = new CompletableFuture<>();
    CompletableFuture<Void> firstMerge =
        besides(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          of("select id from customer_copy where id = :id for update", dorothy)
                              .list(UUID.class);
                          locked.complete(null);
                          while (!somebodyWaits()) {
                            Thread.onSpinWait();
                          }
                          of("update customer_copy set merged_into = :into where id = :id", dorothy)
                              .bind("into", UUID.fromString(twin))
                              .update();
                        }));
    locked.join();
    whileAdding(
        () -> {
          CustomerRef whose = customers.referred(new Reference(UUID.fromString(dorothy), null));
          firstMerge.join();
          return () -> addProject(project, whose);
        },
        () -> merged(twin, "null", third));
    as("csr").get("/v1/projects/" + project).then().body("customerId", equalTo(third));
  }

  private Statement of(String sql, String id) {
    return database.sql(sql).bind("id", UUID.fromString(id));
  }

  private void addProject(UUID project, CustomerRef whose) {
    of(
            """
            insert into project (id, customer_id, title, care_level, created_at, version)
            values (:id, :customer, 'Cellar', 'NORMAL', now(), 0)
            """,
            project.toString())
        .bind("customer", whose.id())
        .update();
  }

  @Test
  void so_is_a_visit_that_is_being_imported() {
    String dorothy = company.customer("Dorothy");
    String twin = company.customer("Twin");
    String id =
        company.monthlyAgreement(dorothy, company.technician("T"), LocalDate.of(2025, 1, 6));
    String key = as("csr").get("/v1/agreements/" + id).path("externalId");
    UUID visit = UUID.randomUUID();
    whileAdding(
        () -> {
          agreements.hold(List.of(key));
          UUID customer = agreements.byExternalIds(List.of(key)).get(key).customerId();
          return () ->
              database
                  .sql(
                      """
                      insert into visit (id, agreement_id, customer_id, generated, time_said,
                        scheduled_at, scheduled_on, state, version)
                      values (:id, :agreement, :customer, false, true, now() + interval '9 days',
                        current_date + 9, 'PLANNED', 0)
                      """)
                  .bind("id", visit)
                  .bind("agreement", UUID.fromString(id))
                  .bind("customer", customer)
                  .update();
        },
        () -> merged(dorothy, "null", twin));
    as("csr").get("/v1/visits/" + visit).then().body("customerId", equalTo(twin));
  }

  @Test
  void of_who_is_erased_nothing_stays_that_was_being_added() {
    String dorothy = company.customer("Dorothy");
    UUID link = UUID.randomUUID();
    whileAdding(
        () -> {
          CustomerRef whose = customers.referred(new Reference(UUID.fromString(dorothy), null));
          return () ->
              database
                  .sql(
                      """
                      insert into calendar_link
                        (id, customer_id, key_hash, created_at, created_by, version)
                      values (:id, :customer, :hash, now(), 'test', 0)
                      """)
                  .bind("id", link)
                  .bind("customer", whose.id())
                  .bind("hash", link.toString())
                  .update();
        },
        () -> company.hear("customers", "io.familiarface.customer", dorothy, null));
    as("csr").get("/v1/calendar-links?customerId=" + dorothy).then().body("items", empty());
  }

  /**
   * Reads and later writes in one transaction, while another one changes whose it is: that one has
   * to wait, or else it is through before anything is written.
   */
  private void whileAdding(Supplier<Runnable> adding, Runnable change) {
    CompletableFuture<Void> changed =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  Runnable write = adding.get();
                  CompletableFuture<Void> running = besides(change);
                  while (!running.isDone() && !somebodyWaits()) {
                    Thread.onSpinWait();
                  }
                  write.run();
                  return running;
                });
    changed.join();
  }

  private static CompletableFuture<Void> besides(Runnable change) {
    return CompletableFuture.runAsync(
        () -> {
          ManagedContext request = Arc.container().requestContext();
          request.activate();
          try {
            change.run();
          } finally {
            request.terminate();
          }
        });
  }

  private boolean somebodyWaits() {
    return database.sql("select 1 from pg_locks where not granted").exists();
  }

  private void merged(String from, String key, String into) {
    company.hear(
        "customers",
        "io.familiarface.customer.merged",
        from,
        """
        {"from":"%s","externalId":%s,"into":"%s","at":"2025-06-01T09:00:00Z"}\
        """
            .formatted(from, key, into));
  }
}
