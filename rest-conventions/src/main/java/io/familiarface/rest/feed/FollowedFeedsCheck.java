package io.familiarface.rest.feed;

import io.familiarface.feed.consumer.ConsumerStatus;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows in {@code /q/health} how far each feed is followed and what is parked. It is up all the
 * same: a service that is behind answers from its copies and says how fresh they are; taken out of
 * the load balancer it would answer nobody, and be no less behind.
 */
@Readiness
@ApplicationScoped
class FollowedFeedsCheck implements HealthCheck {
  private final FollowedFeeds feeds;

  FollowedFeedsCheck(FollowedFeeds feeds) {
    this.feeds = feeds;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("Feeds followed").up();
    try {
      feeds.status().forEach(status -> tell(status, answer));
    } catch (RuntimeException e) {
      // The check of the database says so already.
      answer.withData("known", false);
    }
    return answer.build();
  }

  private static void tell(ConsumerStatus status, HealthCheckResponseBuilder answer) {
    answer.withData(status.feed() + ".behind", status.behind());
    answer.withData(status.feed() + ".parked", status.parked());
    answer.withData(status.feed() + ".state", status.state().name());
  }
}
