package io.familiarface.jobs.introduction;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.asTechnician;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntroductionFollowsTest extends IntroductionFixture {
  @Test
  void needed_it_is_when_it_is_said_that_they_met_and_nobody_waits_once_the_visit_has_been() {
    PastPair said = pastPair(0);
    miss(said.joint);
    needed(said.introduction, "does not take place");
    String met =
        json("csr", "{}")
            .post("/v1/introductions/" + said.introduction + "/done")
            .then()
            .statusCode(201)
            .extract()
            .path("introducedAt");
    assertThat(Instant.parse(met)).isAfter(Instant.now().minusSeconds(600));
    PastPair completed = pastPair(1);
    miss(completed.joint);
    complete(completed);
    dropped(completed.introduction, "has been");
    PastPair missed = pastPair(2);
    miss(missed.visit);
    dropped(missed.introduction, "does not take place");
    PastPair before = pastPair(3);
    complete(before);
    one(before.introduction).body("state", equalTo("OPEN"));
    miss(before.joint);
    dropped(before.introduction, "at which it was to be does not take place");
  }

  private record PastPair(String joint, String visit, LocalDate on, String introduction) {}

  /** Cleo came in place of Ben, and nobody has said yet that either was there. */
  private PastPair pastPair(int daysBefore) {
    String past = company.monthlyAgreement(dorothy, ben, Company.today().minusDays(40));
    LocalDate on = Company.today().minusDays(3 + daysBefore);
    String before = company.pastVisit(past, Company.at(on.minusDays(17), 10));
    String first = company.pastVisit(past, Company.at(on, 10));
    send(first, cleo, "FOR_GOOD").then().statusCode(200);
    return new PastPair(
        before, first, on, arrange(first, before).then().statusCode(201).extract().path("id"));
  }

  private void complete(PastPair pair) {
    company.completeOnTime(pair.visit, Company.at(pair.on, 11)).then().statusCode(201);
  }

  private static void miss(String which) {
    json("csr", "{\"reason\":\"WEATHER\"}")
        .post("/v1/visits/" + which + "/missed")
        .then()
        .statusCode(201);
  }

  @Test
  void the_visit_made_anew_before_it_another_one_is_needed() {
    String others = company.monthlyAgreement(dorothy, cleo, day, "14:00");
    String introduction =
        arrange(company.visitsToCome(others).get(0), joint)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    json("manager", "{\"visitAt\":\"08:00\"}")
        .header("If-Match", Api.etag("/v1/agreements/" + others))
        .patch("/v1/agreements/" + others)
        .then()
        .statusCode(200);
    needed(introduction, "is before it now");
  }

  @Test
  void sent_somebody_else_it_is_dropped_and_says_why() {
    String introduction = arrange();
    send(visit, company.technician("Dana"), "FOR_GOOD").then().statusCode(200);
    dropped(introduction, "Somebody else comes to the visit");
  }

  @Test
  void it_moves_with_the_visit_and_holds_the_other_hour_then() {
    String introduction = arrange();
    move(joint, Company.at(day, 13));
    one(introduction)
        .body("state", equalTo("OPEN"))
        .body("scheduledAt", equalTo(Company.at(day, 13).toString()));
    audited(introduction, "moved", "jointVisitId", joint);
    String elsewhere = elsewhere();
    send(elsewhere, cleo, "THIS_VISIT").then().statusCode(200);
    move(joint, Company.at(day, 15));
    one(introduction).body("scheduledAt", equalTo(Company.at(day, 15).toString()));
    move(visit, Company.at(day.plusDays(40), 10));
    one(introduction).body("state", equalTo("OPEN"));
  }

  @Test
  void moved_to_when_the_newcomer_is_elsewhere_another_one_is_needed() {
    send(elsewhere(), cleo, "THIS_VISIT").then().statusCode(200);
    move(joint, Company.at(day, 15));
    String introduction = arrange();
    move(joint, Company.at(day, 10));
    needed(introduction, "not free then");
    as("csr")
        .get("/v1/introductions?state=NEEDED&technicianId=" + cleo)
        .then()
        .body("items.id", hasItem(introduction));
    as("csr").get("/v1/board?days=1&from=" + day).then().body(not(containsString(introduction)));
    asTechnician(UUID.fromString(cleo))
        .get("/v1/visits/" + joint + "/job-sheet")
        .then()
        .statusCode(403);
    move(joint, Company.at(day, 13));
    assertThat(arrange()).isEqualTo(introduction);
    one(introduction).body("state", equalTo("OPEN")).body("reason", nullValue());
  }

  @Test
  void moved_after_the_visit_that_it_is_for_another_one_is_needed_until_somebody_else_comes() {
    String introduction = arrange();
    move(joint, Company.at(day.plusDays(60), 8));
    needed(introduction, "after the one that it was for");
    send(visit, company.technician("Dana"), "FOR_GOOD").then().statusCode(200);
    dropped(introduction, "Somebody else comes to the visit");
  }

  @Test
  void made_by_somebody_else_the_joint_visit_introduces_nobody() {
    String introduction = arrange();
    send(joint, company.technician("Dana"), "THIS_VISIT").then().statusCode(200);
    needed(introduction, "Somebody else makes the visit");
    json("csr", "{\"reason\":\"They have met at the office\"}")
        .post("/v1/introductions/" + introduction + "/dropped")
        .then()
        .statusCode(201)
        .body("state", equalTo("DROPPED"));
  }

  @Test
  void by_another_rule_it_is_at_the_visit_that_takes_the_place_of_the_one_before() {
    String introduction = arrange();
    json("manager", "{\"visitAt\":\"15:00\"}")
        .header("If-Match", Api.etag("/v1/agreements/" + agreement))
        .patch("/v1/agreements/" + agreement)
        .then()
        .statusCode(200);
    String now = company.visitsToCome(agreement).get(0);
    assertThat(now).isNotEqualTo(joint);
    one(introduction)
        .body("state", equalTo("OPEN"))
        .body("jointVisitId", equalTo(now))
        .body("visitId", equalTo(visit))
        .body("scheduledAt", equalTo(Company.at(day, 15).toString()));
  }

  @Test
  void in_a_pause_nobody_is_introduced() {
    String introduction = arrange();
    json("csr", "{\"from\":\"%s\",\"until\":\"%<s\"}".formatted(day))
        .post("/v1/agreements/" + agreement + "/pause")
        .then()
        .statusCode(201);
    needed(introduction, "does not take place");
  }

  @Test
  void whoever_leaves_before_they_were_to_come_is_introduced_to_nobody() {
    String introduction = arrange();
    json("manager", "{\"lastDayOn\":\"%s\"}".formatted(day.plusDays(1)))
        .post("/v1/technicians/" + cleo + "/departure")
        .then()
        .statusCode(202);
    dropped(introduction, "leaves before");
    ben_comes_once_more_and_cleo_from_then_on();
    String second = arrange();
    json("manager", "{\"leftOn\":\"%s\"}".formatted(day.plusDays(1)))
        .header("If-Match", Api.etag("/v1/technicians/" + cleo))
        .patch("/v1/technicians/" + cleo)
        .then()
        .statusCode(200);
    dropped(second, "leaves before");
  }

  @Test
  void the_customer_gone_or_cleo_away_nobody_is_held_for_it() {
    String introduction = arrange();
    json("manager", "{\"reason\":\"PRICE\"}")
        .post("/v1/agreements/" + agreement + "/cancellation")
        .then()
        .statusCode(201);
    dropped(introduction, "does not take place");
    ben_comes_once_more_and_cleo_from_then_on();
    String second = arrange();
    json("csr", "{\"kind\":\"SICK\",\"from\":\"%s\",\"to\":\"%<s\"}".formatted(day))
        .post("/v1/technicians/" + cleo + "/absences")
        .then()
        .statusCode(201);
    needed(second, "away");
    arrange(visit, joint).then().statusCode(409).body("type", containsString("technician-absent"));
  }

  @Test
  void an_erased_customer_is_met_by_nobody() {
    String introduction = arrange();
    company.hear("customers", "io.familiarface.customer", dorothy, null);
    one(introduction).body("state", equalTo("DROPPED")).body("customerName", nullValue());
  }

  @Test
  void told_of_when_they_meet_the_customer_is_told_as_well_that_they_do_not() {
    arrange();
    tellOfVisit();
    move(joint, Company.at(day, 13));
    notice()
        .body("state", equalTo("OPEN"))
        .body("changes", equalTo(List.of("MEETING")))
        .body("text", containsString("We said that both come to you on"))
        .body("text", containsString("10:00: that is not so any more."))
        .body("text", containsString("13:00, both come"))
        .body("text", containsString("Cleo comes to you."));
    tellOfVisit();
    notice().body("state", equalTo("TOLD")).body("changes", hasSize(0));
    send(joint, company.technician("Dana"), "THIS_VISIT").then().statusCode(200);
    notice()
        .body("state", equalTo("OPEN"))
        .body("text", containsString("13:00: that is not so any more."))
        .body("text", not(containsString("both come, so")));
    tellOfVisit();
    move(joint, Company.at(day, 15));
    arrange();
    notice().body("state", equalTo("OPEN")).body("text", containsString("15:00, both come"));
  }

  @Test
  void of_a_first_meeting_that_is_arranged_later_the_customer_is_told_as_well() {
    tellOfVisit();
    String introduction = arrange();
    notice()
        .body("state", equalTo("OPEN"))
        .body("changes", equalTo(List.of("MEETING")))
        .body("introductionId", equalTo(introduction))
        .body("text", containsString("10:00, both come, so that you meet before."))
        .body("text", not(containsString("We said")));
    drop(introduction);
    noticesOfVisit().body("items", hasSize(0));
    String second = arrange();
    notice().body("state", equalTo("OPEN")).body("changes", equalTo(List.of("MEETING")));
    tellOfVisit();
    notice().body("state", equalTo("TOLD")).body("changes", hasSize(0));
    drop(second);
    notice()
        .body("state", equalTo("OPEN"))
        .body("text", containsString("10:00: that is not so any more."));
  }

  @Test
  void who_was_told_at_once_who_comes_is_told_of_a_meeting_until_they_have_met() {
    String told =
        company
            .visitsToCome(company.monthlyAgreement(dorothy, ben, day.plusDays(1), "14:00"))
            .get(0);
    company
        .assign(
            told,
            """
            {"technicianId":"%s","reason":"LEFT_COMPANY","permanence":"FOR_GOOD","customerTold":true}\
            """
                .formatted(cleo))
        .then()
        .statusCode(200);
    String notices = "/v1/notices?visitId=" + told;
    as("csr").get(notices).then().body("items", hasSize(0));
    String introduction = arrange(told, joint).then().statusCode(201).extract().path("id");
    as("csr").get(notices).then().body("items.changes", equalTo(List.of(List.of("MEETING"))));
    json("csr", "{}").post("/v1/introductions/" + introduction + "/done").then().statusCode(201);
    as("csr").get(notices).then().body("items", hasSize(0));
  }

  @Test
  void of_whoever_leaves_before_they_come_the_customer_is_told_without_their_name() {
    arrange();
    tellOfVisit();
    json("manager", "{\"lastDayOn\":\"%s\"}".formatted(day.plusDays(1)))
        .post("/v1/technicians/" + cleo + "/departure")
        .then()
        .statusCode(202);
    notice()
        .body("state", equalTo("OPEN"))
        .body("text", containsString("10:00: that is not so any more."))
        .body("text", containsString("as soon as we know who comes"))
        .body("text", not(containsString("Cleo")));
    send(visit, company.technician("Dana"), "FOR_GOOD").then().statusCode(200);
    notice()
        .body("changes", equalTo(List.of("TECHNICIAN", "MEETING")))
        .body("text", containsString("Dana comes to you in place of Cleo."))
        .body("text", containsString("10:00: that is not so any more."));
  }

  private static void drop(String introduction) {
    json("csr", "{\"reason\":\"Not wanted\"}")
        .post("/v1/introductions/" + introduction + "/dropped")
        .then()
        .statusCode(201);
  }

  @Test
  void of_two_who_move_its_visit_at_the_same_instant_it_follows_the_last() {
    String introduction = arrange();
    List<Integer> answers =
        atOnce(() -> moved(joint, Company.at(day, 13)), () -> moved(joint, Company.at(day, 15)));
    assertThat(answers).allMatch(status -> status == 201 || status == 409).contains(201);
    one(introduction)
        .body("state", equalTo("OPEN"))
        .body("scheduledAt", equalTo(company.visit(joint).getString("scheduledAt")));
  }

  @Test
  void moved_while_the_newcomer_is_booked_then_one_wins_and_nobody_is_at_two_places() {
    for (int i = 0; i < 5; i++) {
      ben_comes_once_more_and_cleo_from_then_on();
      String introduction = arrange();
      String harolds =
          company
              .visitsToCome(
                  company.monthlyAgreement(
                      company.customer("Harold"), company.technician("Dana"), day, "15:20"))
              .get(0);
      List<Integer> answers =
          atOnce(
              () -> moved(joint, Company.at(day, 15)),
              () -> send(harolds, cleo, "THIS_VISIT").statusCode());
      assertThat(answers.get(0)).isEqualTo(201);
      boolean booked = answers.get(1) == 200;
      assertThat(booked || answers.get(1) == 409).isTrue();
      one(introduction).body("state", equalTo(booked ? "NEEDED" : "OPEN"));
      as("csr")
          .get("/v1/visits/conflicts?technicianId=" + cleo)
          .then()
          .statusCode(200)
          .body("items", hasSize(0));
    }
  }

  private static int moved(String which, Instant to) {
    return json("csr", "{\"scheduledAt\":\"%s\"}".formatted(to))
        .post("/v1/visits/" + which + "/reschedule")
        .statusCode();
  }

  private static List<Integer> atOnce(Supplier<Integer> one, Supplier<Integer> other) {
    return List.of(CompletableFuture.supplyAsync(one), CompletableFuture.supplyAsync(other))
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  private void tellOfVisit() {
    json("csr", "{\"told\":\"PHONE\"}")
        .post("/v1/notices/" + notice().extract().path("items[0].id") + "/told")
        .then()
        .statusCode(201);
  }

  private ValidatableResponse notice() {
    return noticesOfVisit().body("items", hasSize(1)).rootPath("items[0]");
  }

  private ValidatableResponse noticesOfVisit() {
    return as("csr").get("/v1/notices?visitId=" + visit).then();
  }
}
