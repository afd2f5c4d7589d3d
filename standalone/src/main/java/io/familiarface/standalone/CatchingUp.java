package io.familiarface.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Waits until every service has heard all that the others have told. */
public final class CatchingUp {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);
  private static final Duration TOKEN_VALID = Duration.ofMinutes(5);

  private final Function<Service, ServiceClient> clients;

  public CatchingUp(LocalSystem system) {
    this(service -> system.client(service, Bearer.of("admin", "familiar", TOKEN_VALID)));
  }

  /**
   * @param clients how to ask each service as an admin or manager
   */
  CatchingUp(Function<Service, ServiceClient> clients) {
    this.clients = clients;
  }

  /**
   * News of one service can make another tell news in turn, so it is over only when two looks in a
   * row find nobody behind and everybody where they were.
   *
   * @throws Trouble with who is behind, when it takes longer than that
   */
  public void await(Duration longest) {
    Instant deadline = Instant.now().plus(longest);
    Map<String, Reading> before = Map.of();
    while (true) {
      Map<String, Reading> now = look();
      List<String> behind =
          now.entrySet().stream()
              .filter(each -> each.getValue().behind() > 0)
              .map(each -> each.getKey() + " is " + each.getValue().behind() + " behind")
              .toList();
      if (behind.isEmpty() && now.equals(before)) {
        return;
      }
      if (Instant.now().isAfter(deadline)) {
        throw new Trouble(
            "After " + longest.toSeconds() + " s not all is heard: " + String.join(", ", behind));
      }
      before = now;
      Pause.ofMillis(BETWEEN_LOOKS.toMillis());
    }
  }

  private Map<String, Reading> look() {
    var readings = new TreeMap<String, Reading>();
    for (Service service : Service.values()) {
      clients
          .apply(service)
          .get("/v1/feeds/consumers")
          .json()
          .forEach(
              consumer ->
                  readings.put(
                      service.fullName() + " reading " + consumer.path("feed").asText(),
                      new Reading(
                          consumer.path("position").asText(), consumer.path("behind").asLong())));
    }
    return readings;
  }

  private record Reading(String position, long behind) {}
}
