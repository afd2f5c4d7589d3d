package io.familiarface.feedback;

import static io.familiarface.rest.testing.story.NeighbourEvent.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feed.FeedEvent;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.rest.testing.story.CustomerStory.Technician;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * {@code -Dthroughput.visits=100000} measures what the README says; the build takes fewer, and asks
 * for less of a machine that may be busy.
 */
@ServiceTest
class ThroughputTest {
  private static final Logger LOG = Logger.getLogger(ThroughputTest.class);
  private static final int VISITS = Integer.getInteger("throughput.visits", 5_000);
  private static final int A_CUSTOMER = 20;
  private static final int BATCH = 500;
  private static final int A_SECOND_AT_LEAST = VISITS < 100_000 ? 400 : 1_667;

  @Inject StoredRows database;

  @Test
  void a_hundred_thousand_imported_visits_are_assessed_within_a_minute() {
    List<FeedEvent> events = history(VISITS / A_CUSTOMER);
    take(history(BATCH / A_CUSTOMER));
    long start = System.nanoTime();
    take(events);
    double seconds = (System.nanoTime() - start) / 1e9;
    double rate = VISITS / seconds;
    LOG.infof("%d visits assessed in %.1f s: %.0f a second", VISITS, seconds, rate);
    assertThat(rate).isGreaterThan(A_SECOND_AT_LEAST);
    assertThat(database.count("signal", UUID.fromString(events.get(0).subject())))
        .isEqualTo(A_CUSTOMER + 1);
  }

  private void take(List<FeedEvent> events) {
    for (int from = 0; from < events.size(); from += BATCH) {
      FeedDelivery.apply("jobs", events.subList(from, Math.min(from + BATCH, events.size())));
    }
  }

  private static List<FeedEvent> history(int customers) {
    Random random = new Random(7);
    List<Technician> technicians =
        IntStream.range(0, 40).mapToObj(i -> Technician.named("Technician " + i)).toList();
    List<FeedEvent> events = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      UUID id = UUID.randomUUID();
      UUID agreement = UUID.randomUUID();
      Technician usual = technicians.get(random.nextInt(technicians.size()));
      Instant start = Instant.now().minus(Duration.ofDays(30L * A_CUSTOMER + random.nextInt(60)));
      events.add(started(id, agreement, usual, start));
      for (int month = 1; month <= A_CUSTOMER; month++) {
        boolean change = random.nextInt(8) == 0;
        Technician who = change ? technicians.get(random.nextInt(technicians.size())) : usual;
        Instant at = start.plus(Duration.ofDays(30L * month)).plusSeconds(random.nextInt(9_000));
        events.add(visit(id, agreement, usual, who, at));
      }
    }
    return events;
  }

  private static FeedEvent started(UUID id, UUID agreement, Technician usual, Instant at) {
    return NeighbourEvent.of(
            "jobs",
            "agreement.started",
            id,
            at,
            object(
                "agreementId",
                agreement,
                "customerId",
                id,
                "visitIntervalDays",
                30.44,
                "startsAt",
                at,
                "technicianId",
                usual.id(),
                "revision",
                1))
        .event();
  }

  private static FeedEvent visit(
      UUID id, UUID agreement, Technician usual, Technician who, Instant at) {
    boolean change = !who.equals(usual);
    return NeighbourEvent.of(
            "jobs",
            "visit.completed",
            id,
            at,
            object(
                "visitId",
                UUID.randomUUID(),
                "agreementId",
                agreement,
                "customerId",
                id,
                "scheduledAt",
                at,
                "technicianId",
                who.id(),
                "plannedTechnicianId",
                usual.id(),
                "changeReason",
                change ? "ABSENT" : null,
                "permanence",
                change ? "THIS_VISIT" : null,
                "customerTold",
                null,
                "introduced",
                null,
                "completedAt",
                at,
                "onTime",
                true,
                "revision",
                1))
        .event();
  }
}
