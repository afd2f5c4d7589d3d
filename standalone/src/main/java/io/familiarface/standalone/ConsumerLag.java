package io.familiarface.standalone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Waits until every service has heard all that the others have told. */
public final class ConsumerLag {
  private static final int LOOKS = 6;
  private static final Duration TOKEN_VALID = Duration.ofMinutes(5);

  private final Function<Service, ServiceClient> clients;
  private Map<String, Reading> readings = Map.of();
  private int unchanged;

  public ConsumerLag(LocalSystem system) {
    this(service -> system.client(service, TokenClaims.of("admin", "familiar", TOKEN_VALID)));
  }

  /**
   * @param clients how to ask each service as an admin or manager
   */
  public ConsumerLag(Function<Service, ServiceClient> clients) {
    this.clients = clients;
  }

  /**
   * News of one service can make another tell news in turn, and on a busy machine the next of them
   * may be some tenths of a second on its way: it is over only when several looks in a row find
   * nobody behind and everybody where they were.
   *
   * @throws UserError with who is behind, when it takes longer than that
   */
  public void await(Duration longest) {
    if (!Polling.until(longest, this::isSettled)) {
      throw new UserError(
          "After " + longest.toSeconds() + " s not all is heard: " + String.join(", ", behind()));
    }
  }

  private boolean isSettled() {
    Map<String, Reading> before = readings;
    readings = read();
    unchanged = behind().isEmpty() && readings.equals(before) ? unchanged + 1 : 0;
    return unchanged >= LOOKS;
  }

  private List<String> behind() {
    return readings.entrySet().stream()
        .filter(each -> each.getValue().behind() > 0)
        .map(each -> each.getKey() + " is " + each.getValue().words())
        .toList();
  }

  private Map<String, Reading> read() {
    var now = new TreeMap<String, Reading>();
    for (Service service : Service.values()) {
      clients
          .apply(service)
          .get("/v1/feeds/consumers")
          .json()
          .forEach(
              consumer ->
                  now.put(
                      service.fullName() + " reading " + consumer.path("feed").asText(),
                      new Reading(
                          consumer.path("position").asText(),
                          consumer.path("behind").asLong(),
                          consumer.path("parked").asLong())));
    }
    return now;
  }

  private record Reading(String position, long behind, long parked) {
    String words() {
      return behind + " behind" + (parked > 0 ? " (" + parked + " set aside)" : "");
    }
  }
}
