package io.familiarface.feedback.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an import does at the end of a chunk is done before the connection is given back. */
@ServiceTest
class ImportConnectionsTest {
  private static final Logger POOL = Logger.getLogger("io.agroal.pool");

  private final List<String> said = new CopyOnWriteArrayList<>();
  private final Handler listening =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          said.add(record.getMessage());
        }

        @Override
        public void flush() {
          // nothing is held back
        }

        @Override
        public void close() {
          // nothing is open
        }
      };

  @BeforeEach
  void listen() {
    POOL.addHandler(listening);
  }

  @AfterEach
  void stopListening() {
    POOL.removeHandler(listening);
  }

  @Test
  void the_pool_finds_none_that_was_left_open() {
    CustomerStory ann =
        CustomerStory.signs("Ann", 4, Stories.ALAN)
            .isPromised(Stories.ALAN)
            .isVisited()
            .isVisited()
            .isVisitedInsteadAsAnnounced(Stories.BEN)
            .isVisited();
    FeedDelivery.load(Stories.technicians());
    FeedDelivery.load(ann.events());
    String line = "{\"externalId\":\"I-%1$s\",\"customerExternalId\":\"%1$s\",%2$s}";
    imported(
        "complaints",
        line,
        ann,
        "\"receivedAt\":\"%s\",\"severity\":\"HIGH\",\"cause\":\"DAMAGE\"");
    imported("feedback", line, ann, "\"at\":\"%s\",\"csat\":1");
    Api.get("/v1/flags?customerId=" + ann.id).body("items.state", contains("RAISED"));
    assertThat(said).isEmpty();
  }

  private static void imported(String what, String line, CustomerStory customer, String facts) {
    assertThat(
            Api.imported(
                "/v1/" + what + "/import",
                line.formatted(
                    customer.externalId, facts.formatted(Instant.now().minusSeconds(60)))))
        .asString()
        .contains("CREATED");
  }
}
