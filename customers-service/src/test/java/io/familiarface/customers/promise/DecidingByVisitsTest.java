package io.familiarface.customers.promise;

import static io.familiarface.customers.CustomerFixture.newCustomer;
import static io.familiarface.rest.testing.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.familiarface.customers.FeedSink;
import io.familiarface.customers.ServiceTest;
import io.familiarface.customers.SimulatedFeeds;
import io.familiarface.rest.security.Role;
import io.familiarface.rest.testing.story.MonthlyProgram;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class DecidingByVisitsTest {

  private static final Instant JAN_6 = Instant.parse("2025-01-06T14:00:00Z");

  @Inject SimulatedFeeds told;

  private final UUID alan = UUID.randomUUID();
  private final UUID bill = UUID.randomUUID();
  private final UUID carl = UUID.randomUUID();
  private UUID customer;

  @BeforeEach
  void the_technicians_are_known() {
    customer = newCustomer("Dorothy's Gifts");
    for (UUID id : new UUID[] {alan, bill, carl}) {
      told.by(
          "technicians",
          "technician",
          id,
          "{\"id\":\"%s\",\"name\":\"T\",\"skills\":[],\"revision\":1}".formatted(id));
    }
  }

  @Test
  void the_visit_that_breaks_a_promise_is_its_evidence() {
    UUID promise = promisedBy(alan, JAN_6.minusSeconds(60));
    var programme = programme().month(alan).month(alan).forGood(bill);
    read(promise)
        .body("state", equalTo("BROKEN"))
        .body("decidedAt", equalTo(programme.at(3).toString()))
        .body("decidedBy.type", equalTo("visit"))
        .body("decidedBy.id", equalTo(programme.visit(3).toString()))
        .body("breaches.visitId", contains(programme.visit(3).toString()));
  }

  @Test
  void a_hand_over_that_she_was_told_of_and_introduced_at_releases_it() {
    UUID promise = promisedBy(alan, JAN_6.minusSeconds(60));
    var programme = programme().month(alan).handedOver(bill).month(bill);
    read(promise)
        .body("state", equalTo("RELEASED"))
        .body("decidedBy.id", equalTo(programme.visit(2).toString()))
        .body("breaches", empty());
  }

  @Test
  void a_promise_written_down_late_is_broken_by_what_had_happened_since() {
    var programme = programme().month(alan).absent(carl);
    UUID promise = promisedBy(alan, JAN_6.minusSeconds(60));
    read(promise).body("decidedBy.id", equalTo(programme.visit(2).toString()));
  }

  @Test
  void a_correction_takes_a_breach_back() {
    UUID promise = promisedBy(alan, JAN_6.minusSeconds(60));
    var programme = programme().month(alan).absent(carl).month(alan);
    read(promise).body("state", equalTo("BROKEN"));
    programme.corrected(2, alan);
    read(promise)
        .body("state", equalTo("STANDING"))
        .body("decidedAt", nullValue())
        .body("decidedBy", nullValue())
        .body("breaches", empty());
  }

  @Test
  void a_visit_that_came_late_breaks_a_promise_of_when_we_come_and_no_other() {
    UUID sameTechnician = promisedBy(alan, JAN_6.minusSeconds(60));
    UUID window =
        promised("{\"kind\":\"ARRIVAL_WINDOW\",\"text\":\"Before ten.\",\"madeAt\":\"%s\"}");
    var programme = programme().month(alan).late(alan).missed().late(alan);
    read(window)
        .body("state", equalTo("BROKEN"))
        .body("decidedBy.id", equalTo(programme.visit(2).toString()))
        .body(
            "breaches.visitId",
            contains(programme.visit(2).toString(), programme.visit(4).toString()));
    read(sameTechnician).body("state", equalTo("STANDING"));
    programme.corrected(2, alan).corrected(4, alan);
    read(window).body("state", equalTo("STANDING"));
    as(Role.CSR)
        .get("/v1/customers/" + customer + "/promises/" + window + "/history")
        .then()
        .statusCode(200)
        .body("items.action", everyItem(startsWith("promise.")))
        .body("items.after.state", contains("STANDING", "BROKEN", "BROKEN", "BROKEN", "STANDING"))
        .body("items[0].by", equalTo("test manager"))
        .body("items[0].before", nullValue());
  }

  @Test
  void a_visit_taken_back_breaks_nothing_any_more() {
    UUID promise = promisedBy(alan, JAN_6.minusSeconds(60));
    programme().month(alan).absent(carl).takenBack(2);
    read(promise).body("state", equalTo("STANDING"));
  }

  @Test
  void a_correction_of_who_came_for_good_changes_who_is_usual_afterwards() {
    UUID promise = promisedBy(bill, JAN_6.plusSeconds(60));
    var programme = programme().forGood(bill).month(bill).month(carl);
    read(promise).body("breaches.visitId", contains(programme.visit(3).toString()));
    programme.corrected(3, bill);
    read(promise).body("state", equalTo("STANDING"));
  }

  @Test
  void the_same_event_twice_changes_nothing() {
    UUID promise = promisedBy(alan, JAN_6.minusSeconds(60));
    var programme = programme().month(alan).absent(carl);
    String before = tag(promise);
    programme.repeated(2, carl);
    read(promise).header("ETag", equalTo(before));
  }

  @Test
  void when_the_feed_is_told_anew_with_the_same_in_it_nothing_changes() {
    UUID promise = promisedBy(alan, JAN_6.minusSeconds(60));
    List<Runnable> again = new ArrayList<>();
    FeedSink[] sink = {told};
    FeedSink both =
        (feed, type, subject, data) -> {
          told.by(feed, type, subject, data);
          again.add(() -> sink[0].by(feed, type, subject, data));
        };
    MonthlyProgram.starts(both::tell, customer, alan, JAN_6).month(alan).absent(carl);
    String before = tag(promise);

    told.replacing(
        "jobs",
        List.of(customer),
        telling -> {
          sink[0] = telling;
          again.forEach(Runnable::run);
        });

    read(promise).header("ETag", equalTo(before));
  }

  @Test
  void a_visit_that_a_restored_feed_tells_of_no_more_breaks_nothing_though_it_was_newer() {
    UUID promise = promisedBy(alan, JAN_6.minusSeconds(60));
    programme().month(alan).absent(carl).corrected(2, bill);
    read(promise).body("state", equalTo("BROKEN"));

    told.replacing("jobs", List.of(customer), telling -> {});
    read(promise).body("state", equalTo("STANDING"));

    var again = programme().month(alan).absent(carl);
    read(promise)
        .body("state", equalTo("BROKEN"))
        .body("decidedBy.id", equalTo(again.visit(2).toString()));
  }

  @Test
  void an_event_about_nobody_we_know_is_passed_over() {
    MonthlyProgram.starts(told::tell, UUID.randomUUID(), alan, JAN_6)
        .month(alan)
        .absent(carl)
        .missed();
  }

  @Test
  void in_whatever_order_events_arrive_and_however_often_the_promises_end_up_the_same() {
    var random = new Random(17);
    for (int i = 0; i < 6; i++) {
      customer = newCustomer("Dorothy's Gifts");
      UUID alans = promisedBy(alan, JAN_6.minusSeconds(60));
      UUID bills = promisedBy(bill, JAN_6.plus(Duration.ofDays(61)));
      List<Runnable> events = new ArrayList<>();
      var programme =
          dorothys(
              (feed, type, subject, data) -> events.add(() -> told.by(feed, type, subject, data)));
      events.addAll(List.copyOf(events));
      Collections.shuffle(events, random);
      events.forEach(Runnable::run);
      read(alans).body("breaches.visitId", contains(ids(programme, 3, 6, 10)));
      read(bills).body("breaches.visitId", contains(ids(programme, 6, 10)));
    }
  }

  @Test
  void what_is_heard_all_at_once_ends_up_as_if_it_had_been_heard_bit_by_bit() {
    UUID alans = promisedBy(alan, JAN_6.minusSeconds(60));
    UUID bills = promisedBy(bill, JAN_6.plus(Duration.ofDays(61)));
    List<MonthlyProgram> programmes = new ArrayList<>();
    told.atOnce("jobs", teller -> programmes.add(dorothys(teller).corrected(6, bill).takenBack(1)));
    read(alans).body("breaches.visitId", contains(ids(programmes.get(0), 3, 10)));
    read(bills).body("breaches.visitId", contains(ids(programmes.get(0), 10)));
    visitsCompleted(9);
  }

  @Test
  void who_is_erased_between_two_visits_heard_at_once_has_only_the_second() {
    told.atOnce(
        "jobs",
        teller -> {
          dorothys(teller);
          teller.by("jobs", "customer", customer, null);
          MonthlyProgram.starts(teller::tell, customer, alan, JAN_6).month(alan);
        });
    visitsCompleted(1);
  }

  private void visitsCompleted(int n) {
    as(Role.CSR)
        .get("/v1/customers/" + customer + "/card")
        .then()
        .statusCode(200)
        .body("views.ours.visitsCompleted", equalTo(n));
  }

  private MonthlyProgram dorothys(FeedSink teller) {
    return MonthlyProgram.starts(teller::tell, customer, alan, JAN_6)
        .month(alan)
        .month(alan)
        .forGood(bill)
        .month(bill)
        .month(bill)
        .absent(carl)
        .month(bill)
        .month(bill)
        .month(bill)
        .absent(UUID.randomUUID());
  }

  private static String[] ids(MonthlyProgram programme, int... visits) {
    return IntStream.of(visits)
        .mapToObj(programme::visit)
        .map(UUID::toString)
        .toArray(String[]::new);
  }

  private MonthlyProgram programme() {
    return MonthlyProgram.starts(told::tell, customer, alan, JAN_6);
  }

  private UUID promised(String body) {
    return UUID.fromString(
        as(Role.MANAGER)
            .body(body.formatted(JAN_6.minusSeconds(60)))
            .post("/v1/customers/" + customer + "/promises")
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  private UUID promisedBy(UUID technician, Instant at) {
    return UUID.fromString(
        as(Role.MANAGER)
            .body(
                """
                {"kind":"SAME_TECHNICIAN","text":"I will be your technician.","madeBy":"He",
                 "madeAt":"%s","technicianId":"%s"}\
                """
                    .formatted(at, technician))
            .post("/v1/customers/" + customer + "/promises")
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  private String tag(UUID promise) {
    return read(promise).extract().header("ETag");
  }

  private ValidatableResponse read(UUID promise) {
    return as(Role.CSR)
        .get("/v1/customers/" + customer + "/promises/" + promise)
        .then()
        .statusCode(200);
  }
}
