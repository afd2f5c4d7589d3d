package io.familiarface.jobs.technician;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.importing;
import static io.familiarface.rest.testing.Api.json;
import static io.familiarface.rest.testing.Api.statuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TechnicianApiTest {
  @Inject Company company;

  @Test
  void a_technician_is_found_by_id_and_by_the_key_of_another_system() {
    String key = company.key("T");
    String location =
        json(
                "manager",
                """
                {"externalId":"%s","name":"Ben","branch":"north","skills":["rodents"],
                 "hiredOn":"2023-04-01"}\
                """
                    .formatted(key))
            .post("/v1/technicians")
            .then()
            .statusCode(201)
            .extract()
            .header("Location");
    as("csr").get(location).then().statusCode(200).body("name", equalTo("Ben"));
    as("csr").get("/v1/technicians/ext:" + key).then().body("hiredOn", equalTo("2023-04-01"));
    as("csr")
        .queryParam("externalId", key)
        .get("/v1/technicians")
        .then()
        .body("items", hasSize(1))
        .body("items[0].skills", equalTo(List.of("rodents")));
  }

  @Test
  void a_key_belongs_to_one_technician_only() {
    String key = company.key("T");
    String body = "{\"externalId\":\"%s\",\"name\":\"Ann\"}".formatted(key);
    json("manager", body).post("/v1/technicians").then().statusCode(201);
    json("manager", body)
        .post("/v1/technicians")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", containsString("external-id-taken"));
  }

  @Test
  void the_list_goes_on_by_cursor_and_shows_nobody_twice() {
    for (int i = 0; i < 5; i++) {
      company.technician("Cursor " + i);
    }
    List<String> seen = new java.util.ArrayList<>();
    String cursor = null;
    do {
      var request = as("csr").queryParam("limit", 2);
      var page =
          (cursor == null ? request : request.queryParam("cursor", cursor))
              .get("/v1/technicians")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      seen.addAll(page.getList("items.id"));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void who_leaves_is_changed_by_whoever_saw_the_latest_state() {
    String path = "/v1/technicians/" + company.technician("Leaver");
    String tag = etag(path);
    String patch = "{\"leftOn\":\"2026-03-31\",\"branch\":null}";
    json("manager", patch).patch(path).then().statusCode(428);
    json("manager", patch)
        .header("If-Match", tag)
        .patch(path)
        .then()
        .statusCode(200)
        .body("leftOn", equalTo("2026-03-31"))
        .body("branch", nullValue());
    json("manager", patch).header("If-Match", tag).patch(path).then().statusCode(412);
  }

  @Test
  void nobody_leaves_before_being_hired() {
    json("manager", "{\"name\":\"X\",\"hiredOn\":\"2025-02-01\",\"leftOn\":\"2025-01-01\"}")
        .post("/v1/technicians")
        .then()
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/leftOn"));
  }

  @Test
  void a_customer_can_be_told_who_is_coming_and_a_planner_when() {
    String path =
        json(
                "manager",
                """
                {"name":"Ben","skills":["termites"],
                 "certificates":[{"name":"Applicator","skill":"termites","expiresOn":"2027-12-31"}],
                 "workingHours":[{"day":"MONDAY","from":"08:00","to":"17:00"}],
                 "introduction":"Ben has been with us since 2019. Ben takes shoes off."}""")
            .post("/v1/technicians")
            .then()
            .statusCode(201)
            .body("introduction", containsString("shoes"))
            .body("workingHours[0].from", equalTo("08:00:00"))
            .extract()
            .header("Location");
    json(
            "manager",
            """
            {"certificates":[{"name":"Applicator","skill":"termites","expiresOn":"2028-12-31"}],
             "workingHours":[{"day":"MONDAY","from":"09:00","to":"17:00"}]}\
            """)
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    as("csr")
        .get(path)
        .then()
        .body("certificates[0].expiresOn", equalTo("2028-12-31"))
        .body("workingHours[0].from", equalTo("09:00:00"));
    json("manager", "{\"workingHours\":[]}")
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200)
        .body("workingHours", hasSize(0))
        .body("certificates[0].expiresOn", equalTo("2028-12-31"));
    assertThat(Api.all("csr", "/v1/technicians?limit=500"))
        .filteredOn(technician -> path.endsWith((String) technician.get("id")))
        .singleElement()
        .satisfies(technician -> assertThat((List<?>) technician.get("certificates")).hasSize(1));
  }

  @Test
  void hours_that_cannot_be_are_refused_by_their_place() {
    json(
            "manager",
            "{\"name\":\"X\",\"workingHours\":[{\"day\":\"MONDAY\",\"from\":\"17:00\",\"to\":\"08:00\"}]}")
        .post("/v1/technicians")
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/workingHours/0/to"));
    json("manager", "{\"name\":\"X\",\"certificates\":[{\"name\":\"\"}]}")
        .post("/v1/technicians")
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/certificates/0/name"));
  }

  @Test
  void absences_are_recorded_read_and_deleted() {
    String path = "/v1/technicians/" + company.technician("Away") + "/absences";
    String location =
        json("csr", "{\"kind\":\"SICK\",\"from\":\"2026-03-02\",\"to\":\"2026-03-04\"}")
            .post(path)
            .then()
            .statusCode(201)
            .extract()
            .header("Location");
    as("csr").get(location).then().statusCode(200).body("kind", equalTo("SICK"));
    json("csr", "{\"kind\":\"VACATION\",\"from\":\"2026-03-04\",\"to\":\"2026-03-10\"}")
        .post(path)
        .then()
        .statusCode(409)
        .body("type", containsString("absences-overlap"));
    json("csr", "{\"kind\":\"SICK\",\"from\":\"2026-03-09\",\"to\":\"2026-03-08\"}")
        .post(path)
        .then()
        .statusCode(422);
    as("csr").delete(location).then().statusCode(428);
    as("csr").header("If-Match", etag(path)).delete(location).then().statusCode(204);
    as("csr").get(path).then().body("items", hasSize(0));
    as("csr").get(location).then().statusCode(404);
  }

  @Test
  void another_system_names_an_absence_by_its_own_key() {
    String path = "/v1/technicians/" + company.technician("Keyed") + "/absences";
    String keyed =
        "{\"externalId\":\"hr-7\",\"kind\":\"SICK\",\"from\":\"2026-03-02\",\"to\":\"2026-03-04\"}";
    json("csr", keyed).post(path).then().statusCode(201).body("externalId", equalTo("hr-7"));
    json("csr", keyed.replace("-03-", "-04-"))
        .post(path)
        .then()
        .statusCode(409)
        .body("type", containsString("external-id-taken"));
    as("csr").get(path + "/ext:hr-7").then().statusCode(200).body("kind", equalTo("SICK"));
    as("csr").header("If-Match", etag(path)).delete(path + "/ext:hr-7").then().statusCode(204);
    as("csr").get(path + "/ext:hr-7").then().statusCode(404);
  }

  @Test
  void the_feed_tells_the_whole_state_and_only_services_read_it() {
    String id = company.technician("Told");
    json("csr", "{\"kind\":\"VACATION\",\"from\":\"2026-08-03\",\"to\":\"2026-08-14\"}")
        .post("/v1/technicians/" + id + "/absences")
        .then()
        .statusCode(201);
    Map<String, Object> last =
        lastOf(company.events("technicians", id, TechnicianApiTest::tellOfAnAbsence));
    assertThat(last).containsEntry("type", "io.familiarface.technician");
    assertThat(data(last)).containsEntry("name", "Told").containsEntry("revision", 1);
    assertThat((List<?>) data(last).get("absences")).hasSize(1);
    as("integration").get("/v1/feeds/technicians").then().statusCode(403);
    as("admin").get("/v1/feeds/technicians").then().statusCode(403);
  }

  @Test
  void an_import_can_be_run_again_and_a_bad_line_stops_nobody() {
    String key = company.key("T");
    String good =
        """
        {"externalId":"%s","name":"Imported","hiredOn":"2023-04-01","leftOn":null,"branch":"north","skills":["rodents"]}\
        """
            .formatted(key);
    String bad = "{\"externalId\":\"T-bad\",\"name\":\"\"}";
    String odd = "{\"externalId\":\"T-odd\",\"name\":\"Odd\",\"shoeSize\":44}";
    assertThat(statuses(importing("/v1/technicians/import", bad, good, "{nonsense", odd)))
        .containsExactly("REJECTED", "CREATED", "REJECTED", "REJECTED");
    assertThat(statuses(importing("/v1/technicians/import", good))).containsExactly("UNCHANGED");
    assertThat(statuses(importing("/v1/technicians/import", good.replace("north", "south"))))
        .containsExactly("UPDATED");
    as("csr").get("/v1/technicians/ext:" + key).then().body("branch", equalTo("south"));
    as("csr").get("/v1/technicians/ext:T-bad").then().statusCode(404);
  }

  private static boolean tellOfAnAbsence(List<Map<String, Object>> events) {
    return !events.isEmpty() && !((List<?>) data(lastOf(events)).get("absences")).isEmpty();
  }

  private static Map<String, Object> lastOf(List<Map<String, Object>> events) {
    return events.get(events.size() - 1);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> data(Map<String, Object> event) {
    return (Map<String, Object>) event.get("data");
  }
}
