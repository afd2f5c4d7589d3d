package io.familiarface.feedback;

import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Grace has been visited for ten months, and says what they think. */
abstract class FeedbackOfGrace {
  @Inject StoredRows database;

  CustomerStory grace;

  @BeforeEach
  void grace_is_known() {
    grace = Stories.grace();
    FeedDelivery.load(grace.events());
  }

  static String aboutStep(UUID customer, UUID project, int step) {
    return "{\"customerId\":\"%s\",\"csat\":3,\"projectId\":\"%s\",\"projectStep\":%d}"
        .formatted(customer, project, step);
  }

  static String line(CustomerStory customer, UUID project, int step) {
    return """
        {"externalId":"%s","customerExternalId":"%s","projectExternalId":"PJ-%s","projectStep":%d,"at":"%s","csat":2}"""
        .formatted(
            Api.newKey("F"),
            customer.externalId,
            project,
            step,
            Instant.now().minus(Duration.ofHours(1)));
  }

  static String importing(String lines, String query) {
    return Api.importing("/v1/feedback/import" + query, lines)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
