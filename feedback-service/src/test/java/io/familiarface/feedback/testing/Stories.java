package io.familiarface.feedback.testing;

import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.CustomerStory.Technician;
import io.familiarface.rest.testing.story.NeighbourEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The two stories that the service was built for. */
public final class Stories {
  public static final Technician ALAN = Technician.named("Alan");
  public static final Technician BEN = Technician.named("Ben");
  public static final Technician CARLOS = Technician.named("Carlos");
  public static final Technician DAVE = Technician.named("Dave");

  private Stories() {}

  public static List<NeighbourEvent> technicians() {
    return Stream.of(ALAN, BEN, CARLOS, DAVE).map(Technician::event).toList();
  }

  /** A A B B B C B B B D: Ben unannounced for good, Carlos and Dave for a day. */
  public static CustomerStory dorothy() {
    return dorothyAfter(10);
  }

  /** Her story up to a month. */
  public static CustomerStory dorothyAfter(int months) {
    CustomerStory dorothy = CustomerStory.signs("Dorothy", 10, ALAN).isPromised(ALAN);
    for (int month = 1; month <= months; month++) {
      switch (month) {
        case 3 -> dorothy.isTakenOver(BEN).isPromised(BEN);
        case 6 -> dorothy.isVisitedInstead(CARLOS);
        case 10 -> dorothy.isVisitedInstead(DAVE);
        default -> dorothy.isVisited();
      }
    }
    return dorothy;
  }

  /** A A B B B B B B B B: Ben announced and introduced. */
  public static CustomerStory grace() {
    CustomerStory grace =
        CustomerStory.signs("Grace", 10, ALAN).isPromised(ALAN).isVisited().isVisited();
    grace.isHandedOver(BEN);
    for (int month = 4; month <= 10; month++) {
      grace.isVisited();
    }
    return grace;
  }

  /** Somebody speaks with the customer now, and notes how they feel; nothing was promised them. */
  public static NeighbourEvent speaks(CustomerStory customer, String mood) {
    Instant now = SettableClock.present();
    return state(
        customer,
        now,
        "ACTIVE",
        "\"moods\":[{\"interactionId\":\"%s\",\"at\":\"%s\",\"mood\":\"%s\"}]"
            .formatted(UUID.randomUUID(), now, mood));
  }

  /** The customer rings now; nobody noted how they feel. */
  public static NeighbourEvent comesToUs(CustomerStory customer) {
    Instant now = SettableClock.present();
    return state(customer, now, "ACTIVE", "\"lastInboundAt\":\"%s\"".formatted(now));
  }

  /** The company lets the customer go, or takes that back. */
  public static NeighbourEvent isLetGo(CustomerStory customer, boolean letGo) {
    return state(customer, SettableClock.present(), letGo ? "LET_GO" : "ACTIVE", "\"moods\":[]");
  }

  /** Two customers turn out to be one. */
  public static NeighbourEvent merged(CustomerStory from, CustomerStory into) {
    Instant now = SettableClock.present();
    Map<String, Object> data =
        NeighbourEvent.object(
            "from", from.id, "externalId", from.externalId, "into", into.id, "at", now);
    return NeighbourEvent.of("customers", "customer.merged", from.id, now, data);
  }

  private static NeighbourEvent state(
      CustomerStory customer, Instant now, String status, String facts) {
    return NeighbourEvent.of(
        "customers",
        "customer",
        customer.id,
        now,
        """
        {"id":"%s","externalId":"%s","kind":"BUSINESS","name":"%s","status":"%s",
         "createdAt":"2025-01-06T09:00:00Z","revision":%d,"promises":[],%s}\
        """
            .formatted(
                customer.id, customer.externalId, customer.id, status, now.toEpochMilli(), facts));
  }
}
