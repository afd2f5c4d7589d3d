package io.familiarface.bench;

import io.familiarface.standalone.Service;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody who takes turns.
 *
 * @param service whose process answers; empty for bare statements
 * @param role whose connections to PostgreSQL work for it
 * @param neighbours what else works because of it
 */
record Contender(
    String name, Action action, Optional<String> service, String role, List<String> neighbours) {

  /** One turn, with all that has to be waited for before and after it. */
  interface Action {
    Turn take() throws Exception;
  }

  /** What was answered well in one turn. */
  record Turn(double requests, double seconds) {
    double rate() {
      return requests / seconds;
    }
  }

  static Contender of(Service service, String name, Action action) {
    List<String> neighbours =
        Arrays.stream(Service.values())
            .filter(other -> other != service)
            .flatMap(
                other -> Stream.of(other.fullName(), ProcessorTime.database(other.shortName())))
            .toList();
    return new Contender(
        name, action, Optional.of(service.fullName()), service.shortName(), neighbours);
  }

  static Contender yardstick(Action action) {
    return new Contender(
        Yardstick.NAME, action, Optional.of(Yardstick.NAME), "postgres", List.of());
  }

  static Contender bareStatements(String name, Action action) {
    return new Contender(name, action, Optional.empty(), "postgres", List.of());
  }
}
