package io.familiarface.customers.publishing;

import static io.familiarface.customers.CustomerFixture.newCustomer;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.customers.ServiceTest;
import io.familiarface.customers.SimulatedFeeds;
import io.familiarface.database.Database;
import io.familiarface.rest.security.Role;
import io.familiarface.rest.testing.story.MonthlyProgram;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@ServiceTest
class CustomersFeedTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject SimulatedFeeds told;
  @Inject Database database;

  @Test
  void an_event_has_exactly_the_fields_that_others_were_shown() throws IOException {
    UUID customer = dorothy();
    JsonNode told = newest(customer);
    JsonNode shown = contract("customer.json");
    assertThat(shape(told)).isEqualTo(shape(shown));
  }

  @Test
  void an_event_tells_the_whole_state_and_where_to_go_but_no_mail_address() throws IOException {
    JsonNode state = newest(dorothy());
    assertThat(state.path("burnedBefore").path("what").asText()).isNotBlank();
    assertThat(state.path("traits").get(0).path("pinned").asBoolean()).isTrue();
    assertThat(state.path("promises").get(0).path("state").asText()).isEqualTo("BROKEN");
    assertThat(state.path("promises").get(0).path("breaches")).hasSize(1);
    assertThat(state.path("moods").get(0).path("mood").asText()).isEqualTo("ANXIOUS");
    assertThat(state.path("discounts").get(0).path("amount").path("amount").asText())
        .isEqualTo("20.00");
    assertThat(state.path("phone").asText()).isEqualTo("+18025550117");
    assertThat(state.path("address").path("line1").asText()).isEqualTo("12 Mill Lane");
    assertThat(state.toString()).doesNotContain("dorothy@");
  }

  @Test
  void every_change_is_told_once_with_a_higher_revision() throws IOException {
    UUID customer = newCustomer("SimulatedFeeds of");
    var interactions = "/v1/customers/" + customer + "/interactions";
    List<Long> revisions = new ArrayList<>(List.of(newest(customer).path("revision").asLong()));
    for (int i = 0; i < 3; i++) {
      as(Role.CSR)
          .body("{\"channel\":\"PHONE\",\"direction\":\"INBOUND\",\"mood\":\"CALM\"}")
          .post(interactions)
          .then()
          .statusCode(201);
      revisions.add(newest(customer).path("revision").asLong());
    }
    assertThat(revisions).isSorted().doesNotHaveDuplicates();
    assertThat(newest(customer).path("moods")).hasSize(3);
  }

  @Test
  void many_at_once_lose_nothing_and_the_newest_event_tells_it_all() throws Exception {
    UUID customer = newCustomer("Popular");
    String body = "{\"channel\":\"PHONE\",\"direction\":\"INBOUND\",\"mood\":\"CALM\"}";
    var writers = Executors.newFixedThreadPool(8);
    try {
      var talks =
          IntStream.range(0, 24)
              .mapToObj(
                  i ->
                      writers.submit(
                          () -> post("/v1/customers/" + customer + "/interactions", body)))
              .toList();
      for (var talk : talks) {
        talk.get(30, TimeUnit.SECONDS);
      }
    } finally {
      writers.shutdownNow();
    }
    JsonNode state = newest(customer);
    assertThat(state.path("revision").asLong()).isEqualTo(25);
    assertThat(state.path("moods")).hasSize(24);
  }

  @Test
  void a_change_that_changes_nothing_is_not_told() throws IOException {
    UUID customer = newCustomer("Quiet");
    long before = newest(customer).path("revision").asLong();
    as(Role.CSR)
        .header("If-Match", as(Role.CSR).get("/v1/customers/" + customer).header("ETag"))
        .body("{\"name\":\"Quiet\"}")
        .patch("/v1/customers/" + customer)
        .then()
        .statusCode(200);
    assertThat(newest(customer).path("revision").asLong()).isEqualTo(before);
  }

  @Test
  void when_they_last_came_to_us_themselves_is_told_whatever_their_mood() throws IOException {
    UUID customer = newCustomer("Rings now and then");
    talk(customer, "OUTBOUND", "2025-03-20T10:00:00Z");
    assertThat(newest(customer).path("lastInboundAt").isNull()).isTrue();
    talk(customer, "INBOUND", "2025-03-10T10:00:00Z");
    assertThat(newest(customer).path("lastInboundAt").asText()).isEqualTo("2025-03-10T10:00:00Z");
    talk(customer, "INBOUND", "2025-03-05T10:00:00Z");
    assertThat(newest(customer).path("lastInboundAt").asText()).isEqualTo("2025-03-10T10:00:00Z");

    UUID twin = newCustomer("Rang last week");
    talk(twin, "INBOUND", "2025-04-01T10:00:00Z");
    merge(twin, customer);
    assertThat(newest(customer).path("lastInboundAt").asText()).isEqualTo("2025-04-01T10:00:00Z");
  }

  private static void talk(UUID customer, String direction, String at) {
    post(
        "/v1/customers/" + customer + "/interactions",
        "{\"channel\":\"PHONE\",\"direction\":\"%s\",\"at\":\"%s\"}".formatted(direction, at));
  }

  @Test
  void that_two_are_one_is_told_of_the_one_who_is_no_more() throws IOException {
    UUID into = newCustomer("Survivor");
    UUID from = newCustomer("Twin");
    merge(from, into);
    JsonNode merged = told(from, "merged");
    assertThat(shape(merged)).isEqualTo(shape(contract("merged.json")));
    assertThat(merged.path("into").asText()).isEqualTo(into.toString());
  }

  @Test
  void only_the_other_services_read_it() {
    for (String role : Role.ALL) {
      int status =
          as(role.equals(Role.TECHNICIAN) ? Role.INTEGRATION : role)
              .get("/v1/feeds/customers?timeout=0&limit=1")
              .statusCode();
      assertThat(status).as(role).isEqualTo(role.equals(Role.SERVICE) ? 200 : 403);
    }
  }

  private UUID dorothy() {
    UUID customer =
        UUID.fromString(
            as(Role.CSR)
                .body(
                    """
                    {"externalId":"%s","kind":"BUSINESS","name":"Dorothy's Gifts",
                     "preferredName":"Dorothy","email":"dorothy@example.com",
                     "phone":"+1 802 555 0117","branch":"north",
                     "address":{"line1":"12 Mill Lane","city":"Burlington"},
                     "burnedBefore":{"what":"A new face every month."}}"""
                        .formatted(newKey("FEED")))
                .post("/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    String path = "/v1/customers/" + customer;
    UUID alan = UUID.randomUUID();
    told.by(
        "technicians",
        "technician",
        alan,
        "{\"id\":\"%s\",\"name\":\"Alan\",\"skills\":[],\"revision\":1}".formatted(alan));
    post(path + "/people", "{\"name\":\"Sam Rivera\",\"phone\":\"802 555 0119\"}");
    post(
        path + "/sites",
        """
        {"name":"The warehouse","address":{"line1":"4 Canal Street","city":"Winooski"}}""");
    post(
        path + "/traits", "{\"category\":\"SENSITIVITY\",\"pinned\":true,\"text\":\"Strangers.\"}");
    post(
        path + "/promises",
        """
        {"externalId":"%s","kind":"SAME_TECHNICIAN","text":"I will be your technician.",
         "madeAt":"2025-01-06T09:00:00Z","technicianId":"%s"}"""
            .formatted(newKey("FEED"), alan));
    post(
        path + "/interactions",
        "{\"channel\":\"PHONE\",\"direction\":\"INBOUND\",\"mood\":\"ANXIOUS\"}");
    String code =
        as(Role.MANAGER)
            .body(
                """
                {"kind":"AMOUNT","amount":{"amount":"20.00","currency":"USD"},"customerId":"%s"}"""
                    .formatted(customer))
            .post("/v1/certificates")
            .then()
            .statusCode(201)
            .extract()
            .path("code");
    as(Role.CSR)
        .body("{\"customerId\":\"%s\"}".formatted(customer))
        .post("/v1/certificates/" + code + "/redemption")
        .then()
        .statusCode(200);
    MonthlyProgram.starts(told::tell, customer, alan, Instant.parse("2025-01-06T14:00:00Z"))
        .month(alan)
        .absent(UUID.randomUUID());
    return customer;
  }

  private static void merge(UUID from, UUID into) {
    as(Role.MANAGER)
        .body("{\"from\":\"%s\"}".formatted(from))
        .post("/v1/customers/" + into + "/merge")
        .then()
        .statusCode(200);
  }

  private static void post(String path, String body) {
    as(Role.MANAGER).body(body).post(path).then().statusCode(201);
  }

  /** The data of the newest event about a customer, numbered yet or not. */
  private JsonNode newest(UUID customer) throws IOException {
    return JSON.readTree(
        database
            .sql(
                """
                select data from (
                  select cast(data as text) as data from feed_event where subject = :id
                  union all
                  select cast(data as text) from feed_inbox where subject = :id) as told
                order by cast(cast(data as json) ->> 'revision' as bigint) desc
                limit 1""")
            .bind("id", customer.toString())
            .one(String.class));
  }

  /** The one event about a customer whose data are of that kind. */
  private JsonNode told(UUID customer, String kind) throws IOException {
    return JSON.readTree(
        database
            .sql(
                """
                select data from (
                  select cast(data as text) as data, type from feed_event where subject = :id
                  union all
                  select cast(data as text), type from feed_inbox where subject = :id) as told
                where type = :type""")
            .bind("id", customer.toString())
            .bind("type", "io.familiarface.customer." + kind)
            .one(String.class));
  }

  private static JsonNode contract(String name) throws IOException {
    return JSON.readTree(CustomersFeedTest.class.getResource("/contracts/customers/" + name))
        .path("data");
  }

  /** The names of all fields, wherever they are. */
  private static TreeSet<String> shape(JsonNode node) {
    var names = new TreeSet<String>();
    collect("", node, names);
    return names;
  }

  private static void collect(String path, JsonNode node, TreeSet<String> names) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        names.add(path + "/" + field.getKey());
        collect(path + "/" + field.getKey(), field.getValue(), names);
      }
    }
    node.forEach(
        child -> {
          if (node.isArray()) {
            collect(path + "/*", child, names);
          }
        });
  }
}
