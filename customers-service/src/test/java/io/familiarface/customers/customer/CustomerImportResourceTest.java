package io.familiarface.customers.customer;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.imported;
import static io.familiarface.rest.testing.Api.newKey;
import static io.familiarface.rest.testing.Api.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.customers.ServiceTest;
import io.familiarface.rest.security.Role;
import io.familiarface.rest.testing.Api;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@ServiceTest
class CustomerImportResourceTest {

  private static final String IMPORT = "/v1/customers/import";

  @Test
  void an_import_may_be_run_again_and_says_what_became_of_each_line() {
    String key = newKey("IMP");
    String line = line(key, "Dorothy's Gifts");
    assertThat(status(line)).isEqualTo("CREATED");
    assertThat(status(line)).isEqualTo("UNCHANGED");
    assertThat(status(line.replace("Gifts", "Flowers"))).isEqualTo("UPDATED");
    as(Role.CSR)
        .get("/v1/customers/ext:" + key)
        .then()
        .body("name", equalTo("Dorothy's Flowers"))
        .body("createdAt", equalTo("2025-01-06T09:00:00Z"));
  }

  @Test
  void bad_lines_do_not_stop_the_good_ones() {
    String branch = newKey("branch");
    var report =
        imported(
            IMPORT,
            line(newKey("IMP"), "Good").replace("north", branch),
            "{\"externalId\":\"X\"}",
            "no json",
            line(newKey("IMP"), "Too long " + "x".repeat(70_000)),
            "{\"kind\":\"HOUSEHOLD\",\"name\":\"Without a key\"}",
            line(newKey("IMP"), "Also good").replace("north", branch));
    assertThat(report)
        .extracting(line -> line.path("status").asText())
        .containsExactly("CREATED", "REJECTED", "REJECTED", "REJECTED", "REJECTED", "CREATED");
    assertThat(report.subList(1, 5))
        .allSatisfy(line -> assertThat(line.path("problem").path("detail").asText()).isNotBlank());
    as(Role.CSR).get("/v1/customers?branch=" + branch).then().body("items", hasSize(2));
  }

  @Test
  void a_dry_run_says_what_would_happen_and_changes_nothing() {
    String key = newKey("DRY");
    assertThat(imported(IMPORT + "?dryRun=true", line(key, "Dry")).get(0).path("status").asText())
        .isEqualTo("CREATED");
    as(Role.CSR).get("/v1/customers/ext:" + key).then().statusCode(404);
  }

  @Test
  void the_list_of_clients_of_another_system_is_read_by_the_names_of_its_columns() {
    String id = newKey("J");
    byte[] list =
        """
        Clients,,,,,,
        J-ID,Display name,Company name,Main phone #s,E-mails,Service street 1,Service city
        %1$s,Dorothy's Gifts,Dorothy's Gifts,802-555-0117,dorothy@example.com,12 Mill Lane,Burlington
        %1$s-2,,,802-555-0118,,,
        %1$s-3,=HYPERLINK(1),,call me,,,
        """
            .formatted(id)
            .getBytes(StandardCharsets.UTF_8);
    var dry = as(Role.ADMIN).contentType("text/csv").body(list).post(IMPORT + "?dryRun=true");
    assertThat(report(dry))
        .extracting(line -> line.path("status").asText())
        .containsExactly("CREATED", "REJECTED", "CREATED");
    as(Role.CSR).get("/v1/customers/ext:" + id).then().statusCode(404);
    as(Role.ADMIN).contentType("text/csv").body(list).post(IMPORT).then().statusCode(200);
    as(Role.CSR)
        .get("/v1/customers/ext:" + id)
        .then()
        .statusCode(200)
        .body("kind", equalTo("BUSINESS"))
        .body("phone", equalTo("+18025550117"))
        .body("address.line1", equalTo("12 Mill Lane"));
    as(Role.CSR)
        .get("/v1/customers/ext:" + id + "-3")
        .then()
        .body("name", equalTo("=HYPERLINK(1)"))
        .body("unreadablePhone", equalTo("call me"));
    var again = as(Role.ADMIN).contentType("text/csv").body(list).post(IMPORT);
    assertThat(report(again).get(0).path("status").asText()).isEqualTo("UNCHANGED");
  }

  @Test
  void every_telephone_and_e_mail_of_a_list_of_clients_is_kept_and_found() {
    String id = newKey("J");
    String number = "802%07d".formatted(2_000_000 + Math.floorMod(id.hashCode(), 7_000_000));
    byte[] list =
        """
        J-ID,Display name,Main phone #s,Mobile phone #s,Work phone #s,E-mails
        %1$s,Many Ways,call me,"(802) 555-0117, +1 802 555 0117",%2$s,"%1$s@example.com, %1$s.two@example.com"
        """
            .formatted(id, number)
            .getBytes(StandardCharsets.UTF_8);
    for (String status : List.of("CREATED", "UNCHANGED")) {
      var answer = as(Role.ADMIN).contentType("text/csv").body(list).post(IMPORT);
      assertThat(report(answer).get(0).path("status").asText()).isEqualTo(status);
    }
    as(Role.CSR)
        .get("/v1/customers/ext:" + id)
        .then()
        .body("phone", equalTo("+18025550117"))
        .body("otherPhones", contains("+1" + number))
        .body("otherEmails", contains(id + ".two@example.com"));
    as(Role.CSR)
        .get("/v1/customers?q=" + number)
        .then()
        .body("items[0].externalId", equalTo(id))
        .body("items[0].match", equalTo("phone"));
    as(Role.CSR)
        .get("/v1/customers/ext:" + id + "/card")
        .then()
        .body("otherPhones", contains("+1" + number));
  }

  @Test
  void another_telephone_number_is_kept_as_the_first_one_is_and_each_once() {
    String key = newKey("PHONES");
    String customer = "/v1/customers/ext:" + key;
    String body =
        """
        {"externalId":"%s","kind":"HOUSEHOLD","name":"Two Ways","phone":"802 555 0117",
         "otherPhones":["(802) 555-0118","+18025550117","802-555-0118"],"otherEmails":["a@example.com"]}"""
            .formatted(key);
    as(Role.CSR)
        .body(body.replace("0118\",\"+1", "0118\",\"call me\",\"+1"))
        .post("/v1/customers")
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/otherPhones/1"));
    as(Role.CSR).get(customer).then().statusCode(404);
    as(Role.CSR)
        .body(body)
        .post("/v1/customers")
        .then()
        .statusCode(201)
        .body("otherPhones", contains("+18025550118"));
    as(Role.CSR)
        .header("If-Match", Api.etag(customer))
        .body(
            "{\"phone\":\"802 555 0118\",\"otherPhones\":[\"802 555 0119\"],\"otherEmails\":null}")
        .patch(customer)
        .then()
        .statusCode(200)
        .body("phone", equalTo("+18025550118"))
        .body("otherPhones", contains("+18025550119"))
        .body("otherEmails", empty());
    as(Role.ACCOUNTING).get(customer).then().body("otherPhones", nullValue());
  }

  @Test
  void a_file_of_columns_is_read_too() {
    String key = newKey("CSV");
    var answer =
        as(Role.ADMIN)
            .contentType("text/csv")
            .body(
                ("externalId,kind,name,branch,address.line1,address.city\n"
                        + key
                        + ",HOUSEHOLD,\"Miller, Ada\",north,3 Elm Street,Burlington\n")
                    .getBytes(StandardCharsets.UTF_8))
            .post(IMPORT);
    assertThat(report(answer).get(0).path("status").asText()).isEqualTo("CREATED");
    as(Role.CSR)
        .get("/v1/customers/ext:" + key)
        .then()
        .body("name", equalTo("Miller, Ada"))
        .body("address.line1", equalTo("3 Elm Street"));
  }

  @Test
  void a_line_with_a_telephone_number_that_nobody_can_read_is_taken_and_the_number_kept() {
    String key = newKey("IMP");
    String line = line(key, "Call Me").replace("\"branch\"", "\"phone\":\"call me\",\"branch\"");
    assertThat(status(line)).isEqualTo("CREATED");
    assertThat(status(line)).isEqualTo("UNCHANGED");
    String tag =
        as(Role.CSR)
            .get("/v1/customers/ext:" + key)
            .then()
            .body("phone", nullValue())
            .body("unreadablePhone", equalTo("call me"))
            .extract()
            .header("ETag");
    as(Role.CSR)
        .header("If-Match", tag)
        .body("{\"phone\":\"802 555 0117\"}")
        .patch("/v1/customers/ext:" + key)
        .then()
        .statusCode(200)
        .body("phone", equalTo("+18025550117"))
        .body("unreadablePhone", nullValue());
    assertThat(status(line.replace("call me", "ask Nora"))).isEqualTo("UPDATED");
    as(Role.CSR)
        .get("/v1/customers/ext:" + key)
        .then()
        .body("phone", equalTo("+18025550117"))
        .body("unreadablePhone", equalTo("ask Nora"));
  }

  @Test
  void the_same_key_twice_in_one_file_is_one_customer() {
    String key = newKey("IMP");
    var report = imported(IMPORT, line(key, "First"), line(key, "Second"));
    assertThat(report)
        .extracting(line -> line.path("status").asText())
        .containsExactly("CREATED", "UPDATED");
    assertThat(report.get(0).path("id")).isEqualTo(report.get(1).path("id"));
    as(Role.CSR).get("/v1/customers/ext:" + key).then().body("name", equalTo("Second"));
    as(Role.ADMIN)
        .get("/v1/audit?action=customer.imported&person=ext:" + key)
        .then()
        .body("items.after.name", contains("Second", "First"));
  }

  @Test
  void somebody_who_is_imported_is_as_somebody_who_is_added() {
    String line =
        """
        {"externalId":"%s","kind":"HOUSEHOLD","name":"Ann \\"Nan\\" O'Neil \\\\ {Sons}, \u05DE","preferredName":"Nan",
         "language":"es-MX","email":"nan@example.com","phone":"802 555 0117","otherPhones":["802 555 0118","802 555 0119"],
         "otherEmails":["{a}'b@example.com","c@example.com"],"preferredChannel":"TEXT_MESSAGE",
         "preferredHours":"after five","address":{"line1":"3 Elm Street","line2":"Unit 4","city":"Burlington",
         "region":"VT","postalCode":"05401","country":"US"},"branch":"north",
         "burnedBefore":{"what":"They never came.","heardAt":"2025-01-05T09:00:00Z"},"createdAt":"2025-01-06T09:00:00Z"}\
        """
            .replace("\n", "");
    String imported = newKey("IMP");
    String added = newKey("ADD");
    assertThat(status(line.formatted(imported))).isEqualTo("CREATED");
    as(Role.MANAGER).body(line.formatted(added)).post("/v1/customers").then().statusCode(201);
    Map<String, Object> one = as(Role.CSR).get("/v1/customers/ext:" + imported).jsonPath().get();
    Map<String, Object> other = as(Role.CSR).get("/v1/customers/ext:" + added).jsonPath().get();
    assertThat(one).containsEntry("otherPhones", List.of("+18025550118", "+18025550119"));
    for (Map<String, Object> each : List.of(one, other)) {
      each.keySet().removeAll(Set.of("id", "externalId"));
    }
    assertThat(one).isEqualTo(other);
  }

  @Test
  void more_lines_than_fit_into_one_transaction_are_all_taken_in() {
    String branch = newKey("branch");
    String[] lines =
        IntStream.range(0, 450)
            .mapToObj(i -> line(newKey("MANY"), "Customer " + i).replace("north", branch))
            .toArray(String[]::new);
    assertThat(imported(IMPORT, lines))
        .hasSize(450)
        .allSatisfy(line -> assertThat(line.path("status").asText()).isEqualTo("CREATED"));
    as(Role.CSR).get("/v1/customers?limit=500&branch=" + branch).then().body("items", hasSize(450));
  }

  private static String status(String line) {
    return imported(IMPORT, line).get(0).path("status").asText();
  }

  private static String line(String key, String name) {
    return """
    {"externalId":"%s","kind":"BUSINESS","name":"%s","branch":"north",    "burnedBefore":{"what":"A new face every month."},"createdAt":"2025-01-06T09:00:00Z"}"""
        .formatted(key, name);
  }
}
