package io.familiarface.feedback.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.familiarface.feedback.assessment.LettingTimePass;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class LapsedTest {
  @Inject Company company;
  @Inject StoredRows database;
  @Inject LettingTimePass time;

  @BeforeEach
  void start() {
    company.startsAnew();
  }

  @AfterEach
  void back_to_today() {
    SettableClock.reset();
  }

  @Test
  void whoever_drifted_away_long_ago_is_neither_at_risk_nor_flagged_nor_called() {
    CustomerStory gone = drifted();
    FeedDelivery.load(gone.events());
    company.plansItsCalls();
    Api.get("/v1/customers/" + gone.id + "/risk")
        .body("standing", equalTo("LAPSED"))
        .body("flagged", equalTo(false))
        .body("probability", equalTo(0));
    Api.get("/v1/flags?customerId=" + gone.id).body("items", empty());
    assertThat(Api.all("csr", "/v1/risks?limit=500"))
        .extracting(line -> line.get("customerId"))
        .doesNotContain(gone.id.toString());
    assertThat(Company.callsOf(gone).getList("items")).isEmpty();
  }

  @Test
  void lived_or_imported_she_has_lapsed_alike() {
    CustomerStory gone = drifted();
    FeedDelivery.live(gone.events());
    String lived = database.state(gone.id);
    for (String table : new String[] {"signal", "customer_risk", "flag", "visit_copy"}) {
      database.change("delete from " + table + " where customer_id = ?", gone.id);
    }
    FeedDelivery.load(gone.events());
    assertThat(database.state(gone.id)).isEqualTo(lived);
  }

  @Test
  void a_flag_ends_as_lost_and_its_call_is_dropped_when_she_lapses() {
    CustomerStory dorothy = company.flagged("Dorothy");
    FeedDelivery.live(dorothy.isToBeVisitedNoMore().newEvents());
    company.plansItsCalls();
    assertThat(Company.callsOf(dorothy).getString("items[0].state")).isEqualTo("OPEN");

    SettableClock.putForward(Duration.ofDays(95));
    time.passes();
    company.plansItsCalls();

    JsonPath flag =
        Api.get("/v1/flags?customerId=" + dorothy.id).extract().jsonPath().setRootPath("items[0]");
    assertThat(flag.getString("state")).isEqualTo("LOST");
    assertThat(flag.getInt("leadVisits")).as("it was raised at the third visit").isEqualTo(7);
    assertThat(Company.callsOf(dorothy).getString("items[0].droppedBecause"))
        .isEqualTo("FLAG_LOST");
    Api.get("/v1/customers/" + dorothy.id + "/risk").body("standing", equalTo("LAPSED"));
  }

  /** A A A A B C, and then nobody came for a year and a half. */
  private static CustomerStory drifted() {
    CustomerStory gone = CustomerStory.signs("Gone", 24, Stories.ALAN);
    gone.isVisited().isVisited().isVisited().isVisited();
    return gone.isVisitedInstead(Stories.BEN)
        .isVisitedInstead(Stories.CARLOS)
        .isToBeVisitedNoMore();
  }
}
