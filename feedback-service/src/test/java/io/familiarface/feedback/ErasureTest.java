package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.testing.Call;
import io.familiarface.feedback.testing.Events;
import io.familiarface.feedback.testing.Feeds;
import io.familiarface.feedback.testing.Person;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.PublishedEvents;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@ServiceTest
class ErasureTest {
  @Inject Feeds feeds;
  @Inject StoredRows database;

  @Test
  void an_erased_person_is_gone_and_stays_gone_whatever_is_still_told() {
    Person dorothy = Stories.dorothy();
    feeds.live(dorothy.told());
    Call.json("{\"customerId\":\"%s\",\"csat\":1,\"text\":\"Words.\"}".formatted(dorothy.id))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
    Call.json(
            "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"cause\":\"PRICE\"}"
                .formatted(dorothy.id))
        .post("/v1/complaints")
        .then()
        .statusCode(201);

    feeds.live(List.of(Events.erased("customers", "customer", dorothy.id, Instant.now())));
    nothingIsKeptOf(dorothy);
    assertThat(PublishedEvents.of("feedback").about(dorothy.id))
        .as("the feed says that she is to be forgotten, and nothing else of her")
        .singleElement()
        .satisfies(event -> assertThat(event).containsEntry("method", "DELETE"))
        .satisfies(event -> assertThat(event.get("data")).isNull());

    feeds.live(dorothy.told());
    nothingIsKeptOf(dorothy);
  }

  private void nothingIsKeptOf(Person person) {
    for (String table :
        List.of("signal", "customer_risk", "flag", "feedback", "complaint", "visit_copy")) {
      assertThat(database.count(table, person.id)).as(table).isZero();
    }
    Call.get("/v1/customers/" + person.id + "/risk").statusCode(404);
  }
}
