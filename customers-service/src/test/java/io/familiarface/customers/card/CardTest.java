package io.familiarface.customers.card;

import static io.familiarface.customers.CustomerFixture.newCustomer;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.asTechnician;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.sun.net.httpserver.HttpServer;
import io.familiarface.customers.ServiceTest;
import io.familiarface.customers.SimulatedFeeds;
import io.familiarface.database.Database;
import io.familiarface.rest.security.Role;
import io.familiarface.rest.testing.LogCapture;
import io.familiarface.rest.testing.story.MonthlyProgram;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class CardTest {

  private static final int REQUESTS_OF_A_BREAKER = 20;
  private static final Instant JAN_6 = Instant.parse("2025-01-06T14:00:00Z");

  @Inject SimulatedFeeds told;
  @Inject Database database;

  private final UUID alan = UUID.randomUUID();
  private final UUID bill = UUID.randomUUID();
  private final UUID carl = UUID.randomUUID();
  private UUID customer;
  private String card;

  @BeforeEach
  void dorothy() {
    customer = newCustomer("Dorothy's Gifts");
    card = "/v1/customers/" + customer + "/card";
    knows(alan, "Alan Reyes");
    knows(bill, "Bill Novak");
    knows(carl, "Carl Dunn");
  }

  @Test
  void what_matters_to_them_comes_first() {
    trait("Likes a call first.", false);
    trait("Strangers make them very nervous.", true);
    as(Role.CSR)
        .get(card)
        .then()
        .statusCode(200)
        .body("traits.text", contains("Strangers make them very nervous.", "Likes a call first."))
        .body("burnedBefore", nullValue());
  }

  @Test
  void it_says_how_much_care_they_need_and_why_and_what_not_to_do() {
    as(Role.CSR).get(card).then().body("careLevel", equalTo("NORMAL")).body("whatNotToDo", empty());
    trait("Strangers make them very nervous.", true);
    promise(alan, JAN_6);
    as(Role.CSR)
        .body("{\"channel\":\"PHONE\",\"direction\":\"INBOUND\",\"mood\":\"ANGRY\"}")
        .post("/v1/customers/" + customer + "/interactions")
        .then()
        .statusCode(201);
    as(Role.CSR)
        .get(card)
        .then()
        .body("careLevel", equalTo("HIGH"))
        .body("careReasons.code", contains("MOOD"))
        .body("careReasons.text", contains("They were angry when we last spoke."))
        .body("whatNotToDo[0]", org.hamcrest.Matchers.startsWith("Do not send anybody else."));
  }

  @Test
  void it_is_a_page_that_prints_as_well() {
    trait("<b>Strangers</b> make them very nervous.", true);
    promise(alan, JAN_6);
    String page =
        as(Role.CSR)
            .accept("text/html")
            .get(card)
            .then()
            .statusCode(200)
            .contentType("text/html")
            .extract()
            .asString();
    assertThat(page)
        .contains("&lt;b&gt;Strangers&lt;/b&gt;", "We still owe:", "What not to do", "How fresh")
        .doesNotContain("<b>Strangers", "NOT_FOUND");
    assertThat(page.indexOf("Strangers")).isLessThan(page.indexOf("We still owe:"));
  }

  @Test
  void it_says_what_was_promised_and_who_came_instead() {
    promise(alan, JAN_6.minusSeconds(60));
    var programme =
        MonthlyProgram.starts(told::tell, customer, alan, JAN_6)
            .month(alan)
            .forGood(bill)
            .month(bill);
    promise(bill, programme.at(3).plusSeconds(60));
    programme.absent(carl).month(bill).missed();
    as(Role.CSR)
        .get(card)
        .then()
        .body("brokenPromises", org.hamcrest.Matchers.hasSize(2))
        .body("standingPromises", empty())
        .body("usualTechnicians[0].technician.name", equalTo("Bill Novak"))
        .body("usualTechnicians[0].program", equalTo("Monthly rodent control"))
        .body("recentTechnicianChanges.to.name", contains("Carl Dunn", "Bill Novak"))
        .body("recentTechnicianChanges.reason", contains("ABSENT", "LEFT_COMPANY"))
        .body("recentTechnicianChanges[0].visitId", equalTo(programme.visit(4).toString()));
  }

  @Test
  void two_technicians_of_one_name_are_two() {
    UUID otherAlan = UUID.randomUUID();
    knows(otherAlan, "Alan Reyes");
    MonthlyProgram.starts(told::tell, customer, alan, JAN_6).month(alan).absent(otherAlan);
    as(Role.CSR)
        .get(card)
        .then()
        .body("views.ours.differentTechnicians", equalTo(2))
        .body("recentTechnicianChanges.to.name", contains("Alan Reyes"))
        .body("recentTechnicianChanges.to.technicianId", contains(otherAlan.toString()))
        .body("usualTechnicians.technician.technicianId", contains(alan.toString()));
  }

  @Test
  void it_says_how_many_faces_they_met_in_a_year_and_who_came_how_often() {
    as(Role.CSR)
        .get(card)
        .then()
        .body("faces.faces", equalTo(0))
        .body("faces.usualProvider", nullValue())
        .body("faces.met", empty());
    Instant twoYearsAgo = Instant.now().minus(Duration.ofDays(730));
    MonthlyProgram.starts(told::tell, customer, carl, twoYearsAgo).month(carl);
    Instant lately = Instant.now().minus(Duration.ofDays(200));
    MonthlyProgram.starts(told::tell, customer, alan, lately).month(alan).absent(bill).month(alan);
    as(Role.CSR)
        .get(card)
        .then()
        .body("faces.window", equalTo("P12M"))
        .body("faces.faces", equalTo(2))
        .body("faces.visits", equalTo(3))
        .body("faces.usualProvider", equalTo(0.6666667f))
        .body("faces.text", equalTo("2 technicians in 3 visits within 12 months."))
        .body("faces.met.technician.name", contains("Alan Reyes", "Bill Novak"))
        .body("faces.met.visits", contains(2, 1))
        .body("views.ours.differentTechnicians", equalTo(3));
    as(Role.CSR)
        .accept("text/html")
        .get(card)
        .then()
        .body(org.hamcrest.Matchers.containsString("2 technicians in 3 visits within 12 months."));
  }

  @Test
  void more_people_than_there_are_connections_read_it_at_once() throws Exception {
    var readers = Executors.newFixedThreadPool(30);
    try {
      Callable<Integer> reader = () -> as(Role.CSR).get(card).statusCode();
      var answers = readers.invokeAll(Collections.nCopies(90, reader));
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
    } finally {
      readers.shutdownNow();
    }
  }

  @Test
  void our_view_and_theirs_stand_side_by_side_and_come_apart() {
    promise(alan, JAN_6.minusSeconds(60));
    MonthlyProgram.starts(told::tell, customer, alan, JAN_6)
        .month(alan)
        .absent(bill)
        .absent(carl)
        .missed()
        .calledOff();
    feedback(2);
    complaint("RECEIVED", 1);
    as(Role.CSR)
        .body("{\"channel\":\"PHONE\",\"direction\":\"INBOUND\",\"mood\":\"DISTRESSED\"}")
        .post("/v1/customers/" + customer + "/interactions")
        .then()
        .statusCode(201);
    as(Role.MANAGER)
        .get(card)
        .then()
        .body("views.ours.visitsCompleted", equalTo(3))
        .body("views.ours.visitsMissed", equalTo(1))
        .body("views.ours.onTimeShare", equalTo(1.0f))
        .body("views.ours.differentTechnicians", equalTo(3))
        .body("views.theirs.lastCsat", equalTo(2))
        .body("views.theirs.mood", equalTo("DISTRESSED"))
        .body("views.theirs.brokenPromises", equalTo(1))
        .body("views.theirs.timesBroken", equalTo(2))
        .body("views.theirs.openComplaints", equalTo(1))
        .body("mood.mood", equalTo("DISTRESSED"))
        .body("openComplaints.cause", contains("TECHNICIAN"));
    complaint("CLOSED", 2);
    as(Role.MANAGER).get(card).then().body("openComplaints", empty());
  }

  @Test
  void a_visit_called_off_untold_is_missed_once_its_time_has_come() {
    Instant now = Instant.now();
    var programme =
        MonthlyProgram.starts(told::tell, customer, alan, JAN_6)
            .calledOffUntold(now.plus(Duration.ofDays(1)));
    as(Role.CSR).get(card).then().body("views.ours.visitsMissed", equalTo(0));
    programme.calledOffUntold(now.minus(Duration.ofDays(1)));
    as(Role.CSR).get(card).then().body("views.ours.visitsMissed", equalTo(1));
  }

  @Test
  void it_says_how_likely_they_are_to_leave() {
    told.by(
        "feedback",
        "risk.assessed",
        customer,
        """
        {"customerId":"%s","asOf":"2025-09-08T15:10:00Z","probability":0.41,"band":"HIGH",
         "flagged":true,"reasonCodes":["PROMISE_BROKEN"],"modelVersion":"prior-1"}"""
            .formatted(customer));
    told.by(
        "feedback",
        "flag.changed",
        customer,
        """
        {"flagId":"%s","customerId":"%s","state":"RAISED","raisedAt":"2025-09-08T15:10:00Z",
         "clearedAt":null,"reasonCodes":["PROMISE_BROKEN"],"modelVersion":"prior-1",
         "leadDays":null,"leadVisits":null,"revision":1}"""
            .formatted(UUID.randomUUID(), customer));
    as(Role.CSR)
        .get(card)
        .then()
        .body("risk.probability", equalTo(0.41f))
        .body("risk.band", equalTo("HIGH"))
        .body("flag.state", equalTo("RAISED"))
        .body("flag.reasonCodes", contains("PROMISE_BROKEN"));
  }

  @Test
  void it_is_readable_while_the_others_are_down_and_says_so() {
    as(Role.CSR)
        .get(card)
        .then()
        .statusCode(200)
        .body("risk", nullValue())
        .body("freshness.feed", contains(null, "feedback", "jobs", "technicians"))
        .body("freshness[0].upToDate", equalTo(true))
        .body("freshness.find { it.feed == 'jobs' }.asOf", nullValue())
        .body("freshness.find { it.feed == 'jobs' }.upToDate", equalTo(false))
        .body("freshness.find { it.feed == 'jobs' }.parts", hasItem("usualTechnicians"));
  }

  @Test
  void a_technician_reads_the_cards_of_own_visits_from_yesterday_to_a_week_ahead() {
    asTechnician(bill).get(card).then().statusCode(403);
    var programme = MonthlyProgram.starts(told::tell, customer, alan, Instant.now());
    programme.planned(bill, Instant.now().minus(Duration.ofDays(3)));
    programme.planned(bill, Instant.now().plus(Duration.ofDays(9)));
    asTechnician(bill).get(card).then().statusCode(403);
    programme.planned(bill, Instant.now().plus(Duration.ofDays(6)));
    asTechnician(bill).get(card).then().statusCode(200);
    asTechnician(carl).get(card).then().statusCode(403);
  }

  @Test
  void whoever_is_introduced_there_reads_the_card_and_nobody_else() throws IOException {
    MonthlyProgram.starts(told::tell, customer, alan, Instant.now());
    HttpServer jobs = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    AtomicInteger status = new AtomicInteger(200);
    jobs.createContext(
        "/v1/visits",
        exchange -> {
          boolean concerns =
              exchange.getRequestURI().getQuery().contains("customerId=" + customer + "&")
                  && exchange.getRequestHeaders().containsKey("Authorization");
          byte[] page =
              "{\"items\":[%s],\"nextCursor\":null}"
                  .formatted(concerns ? "{\"id\":\"" + UUID.randomUUID() + "\"}" : "")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(status.get(), page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    jobs.start();
    System.setProperty("familiar.url.jobs", "http://localhost:" + jobs.getAddress().getPort());
    try {
      asTechnician(carl).get(card).then().statusCode(200);
      String other = "/v1/customers/" + newCustomer("Harold") + "/card";
      asTechnician(carl).get(other).then().statusCode(403);
      refusalsOfATechnicianAreNoOutage(status);
    } finally {
      System.clearProperty("familiar.url.jobs");
      jobs.stop(0);
    }
    asTechnician(carl).get(card).then().statusCode(403);
  }

  private void refusalsOfATechnicianAreNoOutage(AtomicInteger status) {
    try (LogCapture log = new LogCapture()) {
      for (int refused : new int[] {401, 403}) {
        status.set(refused);
        asTechnician(carl).get(card).then().statusCode(403);
      }
      assertThat(log.text()).doesNotContain("compare the keys");
    }
    status.set(429);
    for (int i = 0; i < REQUESTS_OF_A_BREAKER; i++) {
      asTechnician(carl).get(card).then().statusCode(403);
    }
    status.set(200);
    asTechnician(carl).get(card).then().statusCode(200);
  }

  @Test
  void it_says_who_is_to_come_next_and_whether_that_is_a_stranger() {
    MonthlyProgram.starts(told::tell, customer, alan, Instant.now())
        .planned(carl, Instant.now().plus(Duration.ofDays(2)));
    as(Role.CSR)
        .get(card)
        .then()
        .body("comingVisits[0].technician.name", equalTo("Carl Dunn"))
        .body("comingVisits[0].isUsualTechnician", equalTo(false))
        .body("comingVisits[0].isTechnicianAway", equalTo(false));
  }

  @Test
  void a_visit_at_any_time_of_its_day_is_at_none_in_particular() {
    MonthlyProgram.starts(told::tell, customer, alan, Instant.now())
        .plannedToldAnyTime(carl, alan, Instant.now().plus(Duration.ofDays(2)));
    as(Role.CSR)
        .get(card)
        .then()
        .body("comingVisits[0].anyTime", equalTo(true))
        .body("comingVisits[0].customerTold", equalTo(true));
    String page = as(Role.CSR).accept("text/html").get(card).asString();
    assertThat(page).containsPattern("<li>\\d+ \\w+ \\d{4}: Carl Dunn");
  }

  @Test
  void a_visit_of_today_is_to_come_until_the_day_is_over_or_it_is_told_how_it_went() {
    ZoneId newYork = ZoneId.of("America/New_York");
    Instant midnight = LocalDate.now(newYork).atStartOfDay(newYork).toInstant();
    MonthlyProgram.starts(told::tell, customer, alan, midnight.minus(Duration.ofDays(30)))
        .planned(carl, midnight.minusMillis(1))
        .planned(alan, midnight);
    as(Role.CSR).get(card).then().body("comingVisits.technician.name", contains("Alan Reyes"));
  }

  @Test
  void it_says_that_whoever_is_to_come_will_be_away() {
    Instant visit = Instant.now().plus(Duration.ofDays(2));
    MonthlyProgram.starts(told::tell, customer, alan, Instant.now())
        .planned(alan, visit)
        .planned(alan, visit.plus(Duration.ofDays(28)));
    LocalDate day = visit.atZone(ZoneId.of("America/New_York")).toLocalDate();
    told.by(
        "technicians",
        "technician",
        alan,
        """
        {"id":"%s","externalId":null,"name":"Alan Reyes","branch":"north","skills":["rodents"],
         "hiredOn":"2023-04-01","leftOn":null,"revision":2,
         "absences":[{"id":"%s","kind":"SICK","from":"%s","until":"%s"}]}"""
            .formatted(alan, UUID.randomUUID(), day.minusDays(1), day));
    String read =
        as(Role.CSR)
            .get(card)
            .then()
            .body("comingVisits.isUsualTechnician", contains(true, true))
            .body("comingVisits.isTechnicianAway", contains(true, false))
            .extract()
            .asString();
    assertThat(read).doesNotContain("SICK");
  }

  @Test
  void who_read_it_is_written_down() {
    long before = reads();
    as(Role.CSR).get(card).then().statusCode(200);
    as(Role.SERVICE).get(card).then().statusCode(200);
    assertThat(reads()).isEqualTo(before + 1);
  }

  private long reads() {
    return database
        .sql("select count(*) from audit_entry where action = 'read' and person_id = :id")
        .bind("id", customer)
        .one(Long.class);
  }

  private void knows(UUID technician, String name) {
    told.by(
        "technicians",
        "technician",
        technician,
        """
        {"id":"%s","externalId":null,"name":"%s","branch":"north","skills":["rodents"],
         "hiredOn":"2023-04-01","leftOn":null,"absences":[],"revision":1}"""
            .formatted(technician, name));
  }

  private void trait(String text, boolean pinned) {
    as(Role.CSR)
        .body(
            "{\"category\":\"SENSITIVITY\",\"pinned\":%s,\"text\":\"%s\"}".formatted(pinned, text))
        .post("/v1/customers/" + customer + "/traits")
        .then()
        .statusCode(201);
  }

  private void promise(UUID technician, Instant at) {
    as(Role.MANAGER)
        .body(
            """
            {"kind":"SAME_TECHNICIAN","text":"I will be your technician.",
             "technicianId":"%s","madeAt":"%s"}"""
                .formatted(technician, at))
        .post("/v1/customers/" + customer + "/promises")
        .then()
        .statusCode(201);
  }

  private void feedback(int csat) {
    told.by(
        "feedback",
        "feedback.given",
        customer,
        """
        {"feedbackId":"%s","customerId":"%s","visitId":null,"at":"2025-04-08T09:00:00Z",
         "kind":"SURVEY","csat":%d,"nps":null,"effort":null,"revision":1}"""
            .formatted(UUID.randomUUID(), customer, csat));
  }

  private void complaint(String state, int revision) {
    told.by(
        "feedback",
        "complaint.changed",
        customer,
        """
        {"complaintId":"%s","customerId":"%s","state":"%s","severity":"MEDIUM",
         "cause":"TECHNICIAN","receivedAt":"2025-04-08T09:00:00Z","resolvedAt":null,
         "reopenedAt":null,"customerSatisfied":null,"revision":%d}"""
            .formatted(new UUID(7, customer.getLeastSignificantBits()), customer, state, revision));
  }
}
