package io.familiarface.feedback.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.model.RiskModels;
import io.familiarface.feedback.testing.MadeUpCompany;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.AgreementStarted;
import io.familiarface.risk.signal.Mood;
import io.familiarface.risk.signal.MoodNoted;
import io.familiarface.risk.simulation.SimulatedCompany;
import io.familiarface.risk.simulation.SimulatedCustomer;
import io.familiarface.risk.simulation.World;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class TrainingModelTest {
  private static final String TRAINING = "/v1/risk/model/training";

  @Inject MadeUpCompany company;
  @Inject StoredRows database;
  @Inject TrainingOnSchedule schedule;
  @Inject ChoosingModel choosing;
  @Inject RiskModels models;

  @BeforeEach
  @AfterEach
  void nothing_is_known() {
    company.isForgotten();
  }

  @Test
  void before_any_training_it_says_so() {
    Api.as("admin")
        .get(TRAINING)
        .then()
        .statusCode(200)
        .body("state", equalTo("NEVER_RUN"))
        .body("verdict", equalTo("No training has been run yet."));
    Api.as("manager")
        .get("/v1/risk/models")
        .then()
        .statusCode(200)
        .body("items.version", equalTo(List.of("prior-1")))
        .body("items[0].inUse", equalTo(true))
        .body("items[0].raiseFrom", equalTo(0.2f));
  }

  @Test
  void with_too_few_cancellations_it_says_how_many_and_names_those_left_out() {
    CustomerStory dorothy = Stories.dorothy();
    FeedDelivery.load(dorothy.events());
    FeedDelivery.load(dorothy.cancels().newEvents());
    CustomerStory ghost =
        CustomerStory.signs("Ghost", 2, Stories.ALAN).isVisited().cancels().isVisited();
    FeedDelivery.load(ghost.events());
    String location =
        Api.as("admin").post(TRAINING).then().statusCode(202).extract().header("Location");
    assertThat(location).endsWith(TRAINING);
    assertThat(ended().getString("state")).isEqualTo("KEPT");
    Api.as("admin")
        .get(TRAINING)
        .then()
        .body("verdict", containsString("learning needs at least 10. The prior stays in use."))
        .body("report.version", equalTo("prior-1"))
        .body("report.cancellationsNeeded", equalTo(10))
        .body("report.leftOut.customerId", equalTo(List.of(ghost.id.toString())))
        .body("report.leftOut[0].problem", containsString("after its agreement was cancelled"))
        .body("report.leftOutCount", equalTo(1))
        .body("startedBy", equalTo("test admin"))
        .body("progress", equalTo(1.0f))
        .body("endedAt", notNullValue());
    Api.as("manager").get("/v1/risk/model").then().body("version", equalTo("prior-1"));
  }

  @Test
  void what_does_better_out_of_time_is_put_in_use_and_can_be_taken_back() {
    SimulatedCompany made = company.is(World.pestControl(), 7, 900);
    long openBefore = openFlags("prior-1");
    assertThat(openBefore).isPositive();
    Instant promotion = SettableClock.present();

    Api.as("admin").post(TRAINING).then().statusCode(202).body("state", equalTo("RUNNING"));
    Api.as("admin")
        .post(TRAINING)
        .then()
        .statusCode(409)
        .body("type", endsWith("training-running"));
    JsonPath ended = ended();
    assertThat(ended.getString("state")).as(ended.getString("verdict")).isEqualTo("PROMOTED");
    assertThat(ended.getString("verdict")).startsWith("The new model takes over");

    Api.as("manager")
        .get("/v1/risk/model")
        .then()
        .body("version", equalTo("learned-1"))
        .body("kind", equalTo("LEARNED"))
        .body("trainedAt", notNullValue())
        .body("metrics.auc", notNullValue())
        .body("putInUseBy", equalTo("test admin"));
    everybodyIsAssessedBy("learned-1");
    assertThat(openFlags("prior-1") + clearedSince(promotion))
        .as("flags stay until they are cleared")
        .isEqualTo(openBefore);
    assertThat(openFlags("prior-1")).isGreaterThan(openBefore * 9 / 10);
    assertThat(database.number("select count(*) as n from flag where state = 'WITHDRAWN'"))
        .isZero();
    flagsAndRisksSayTheSame();

    SimulatedCustomer flagged = flaggedBy(made, "prior-1");
    Instant late = made.end().minus(Duration.ofDays(20));
    company.hears(flagged, new MoodNoted(UUID.randomUUID(), late, Mood.CALM));
    assertThat(flaggedNow(flagged)).as("a late event keeps the flag").isTrue();
    Api.get("/v1/flags?customerId=" + flagged.id() + "&state=RAISED")
        .body("items", hasSize(1))
        .body("items[0].modelVersion", equalTo("prior-1"));

    Api.as("admin").post("/v1/risk/models/learned-9/activation").then().statusCode(404);
    Api.as("admin")
        .post("/v1/risk/models/learned-1/activation")
        .then()
        .statusCode(200)
        .body("version", equalTo("learned-1"))
        .body("putInUseBy", equalTo("test admin"))
        .body("inUse", equalTo(true));
    Api.as("admin")
        .post("/v1/risk/models/prior-1/activation")
        .then()
        .statusCode(201)
        .header("Location", endsWith("/v1/risk/model"))
        .body("version", equalTo("prior-1"))
        .body("inUse", equalTo(true));
    everybodyIsAssessedBy("prior-1");
    flagsAndRisksSayTheSame();
    Api.as("admin")
        .get("/v1/risk/models?limit=1")
        .then()
        .body("items.version", equalTo(List.of("learned-1")))
        .body("items[0].inUse", equalTo(false))
        .body("nextCursor", not(nullValue()));
    assertThat(
            database.number(
                "select count(*) as n from audit_entry where action = 'risk-model.put-in-use'"))
        .isGreaterThanOrEqualTo(2);
    thoseWhoThenLeaveAreLost(flagged);
  }

  @Test
  void what_was_chosen_by_hand_while_it_was_learned_stays() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              for (String version : List.of("learned-1", "learned-2")) {
                models.add(learned(version), Instant.now(), Map.of(), 0.3, 0.1);
              }
            });
    choosing.activate("learned-1", "Maria");
    choosing.activate("prior-1", "Maria");
    assertThat(replaces("learned-1", "learned-2")).as("learned while another was chosen").isFalse();
    Api.as("manager")
        .get("/v1/risk/model")
        .then()
        .body("version", equalTo("prior-1"))
        .body("putInUseBy", equalTo("Maria"));
    assertThat(replaces("prior-1", "learned-2")).isTrue();
    Api.as("manager").get("/v1/risk/model").then().body("version", equalTo("learned-2"));
    choosing.activate("prior-1", "Maria");
  }

  private static RiskModel learned(String version) {
    RiskModel prior = RiskModel.prior();
    return new RiskModel(
        version,
        RiskModel.Kind.LEARNED,
        Instant.now(),
        prior.coefficients(),
        prior.halfLives(),
        prior.typical(),
        prior.expectations(),
        prior.calibration(),
        prior.promptness());
  }

  private boolean replaces(String present, String learned) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                choosing.replace(
                    present, models.byName(learned).orElseThrow(), "schedule", "did better"));
  }

  private void thoseWhoThenLeaveAreLost(SimulatedCustomer flagged) {
    UUID agreement =
        flagged.signals().stream()
            .filter(AgreementStarted.class::isInstance)
            .map(AgreementStarted.class::cast)
            .findFirst()
            .orElseThrow()
            .agreementId();
    company.hears(
        flagged, new AgreementCancelled(agreement, SettableClock.present(), "TECHNICIAN_CHANGES"));
    Api.get("/v1/flags?customerId=" + flagged.id() + "&state=LOST")
        .body("items.modelVersion", hasItems("prior-1"))
        .body("items[0].leadDays", notNullValue());
    Api.get("/v1/flags?customerId=" + flagged.id() + "&state=RAISED").body("items", empty());
  }

  @Test
  void one_that_was_killed_has_failed_and_another_can_be_started() {
    UUID id = UUID.randomUUID();
    database.change(
        """
        insert into job (id, kind, started_by, started_at, step, heard_at)
        values (?, 'TRAINING', 'somebody', now(), 'fitting', now() - interval '1 hour')
        """,
        id);
    database.change(
        "insert into calculation (id, kind, state) values (?, 'TRAINING', 'RUNNING')", id);
    Api.as("admin")
        .get(TRAINING)
        .then()
        .body("state", equalTo("FAILED"))
        .body("verdict", containsString("stopped in the middle. Start it again."));
    Api.as("admin").post(TRAINING).then().statusCode(202);
    assertThat(ended().getString("state")).isEqualTo("KEPT");
  }

  @Test
  void of_several_copies_one_trains_for_an_instant_of_the_schedule() {
    Instant slot = Instant.parse("2026-11-22T08:00:00Z");
    assertThat(schedule.trainFor(slot)).isTrue();
    ended();
    assertThat(schedule.trainFor(slot)).as("another copy, a little later").isFalse();
    Api.as("admin").get(TRAINING).then().body("startedBy", equalTo("schedule"));
    assertThat(schedule.trainFor(slot.plus(Duration.ofDays(7)))).isTrue();
    ended();
  }

  private JsonPath ended() {
    for (int tries = 0; tries < 1_200 && database.isCalculating(); tries++) {
      MadeUpCompany.pause();
    }
    return Api.as("admin").get(TRAINING).then().statusCode(200).extract().jsonPath();
  }

  private void everybodyIsAssessedBy(String version) {
    String others =
        "select count(*) as n from customer_risk where state is not null and model_version <> ?";
    for (int tries = 0; tries < 600 && database.number(others, version) > 0; tries++) {
      MadeUpCompany.pause();
    }
    assertThat(database.number(others, version)).isZero();
  }

  private void flagsAndRisksSayTheSame() {
    assertThat(
            database.number(
                """
                select count(*) as n from customer_risk r
                where r.flagged <> exists (
                  select 1 from flag f where f.customer_id = r.customer_id
                    and f.state in ('RAISED', 'ACKNOWLEDGED', 'ACTED'))
                """))
        .isZero();
  }

  private long openFlags(String version) {
    return database.number(
        "select count(*) as n from flag where state = 'RAISED' and model_version = ?", version);
  }

  private long clearedSince(Instant at) {
    return database.number(
        "select count(*) as n from flag where state = 'CLEARED' and cleared_at >= ?", at);
  }

  private SimulatedCustomer flaggedBy(SimulatedCompany made, String version) {
    return made.customers().stream()
        .filter(
            one ->
                database.number(
                        "select count(*) as n from flag where customer_id = ? and state = 'RAISED'"
                            + " and model_version = ?",
                        one.id(),
                        version)
                    > 0)
        .findFirst()
        .orElseThrow();
  }

  private boolean flaggedNow(SimulatedCustomer customer) {
    return database.number(
            "select count(*) as n from customer_risk where customer_id = ? and flagged",
            customer.id())
        == 1;
  }
}
