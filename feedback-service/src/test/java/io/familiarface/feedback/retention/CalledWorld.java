package io.familiarface.feedback.retention;

import io.familiarface.risk.simulation.Caller;
import io.familiarface.risk.simulation.SimulatedCompany;
import io.familiarface.risk.simulation.SimulatedCustomer;
import io.familiarface.risk.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A simulated company of pest control in which calling does something to whoever has become likely
 * to leave. It is lived twice by the same chance, once with every call made and once with none, so
 * that it is known of each customer what they do either way; an experiment sees one of the two.
 */
final class CalledWorld {
  private static final double LIKELY = 0.07;
  private static final int MONTHS = 24;
  private static final int CUSTOMERS_OF_A_TECHNICIAN = 40;
  private static final Duration HORIZON = Duration.ofDays(90);

  /** What a call adds to the log-odds of leaving: it makes leaving about a quarter as likely. */
  static final ToDoubleFunction<UUID> SAVES = customer -> -1.5;

  /** Half of them had not thought of leaving until somebody called. */
  static final ToDoubleFunction<UUID> MAKES_SOME_LEAVE =
      customer -> (customer.getLeastSignificantBits() & 1) == 0 ? 1.5 : 0;

  /** Somebody who became likely to leave. */
  private record Flagged(UUID customer, Instant at, Stratum stratum) {}

  /** What one of them does. */
  private record Person(Stratum stratum, boolean leavesIfHeldBack, boolean leavesIfCalled) {}

  /** In the order in which they became likely to leave. */
  private final List<Person> people;

  private CalledWorld(List<Person> people) {
    this.people = people;
  }

  /**
   * @param customers who ever signed up
   */
  static CalledWorld inWhichACall(ToDoubleFunction<UUID> does, long seed, int customers) {
    return of(lived(seed, customers, customer -> 0), lived(seed, customers, does));
  }

  static CalledWorld withoutEffect(long seed, int customers) {
    Lived once = lived(seed, customers, customer -> 0);
    return of(once, once);
  }

  private static CalledWorld of(Lived heldBack, Lived called) {
    return new CalledWorld(
        heldBack
            .compared()
            .map(one -> new Person(one.stratum, heldBack.leaves(one), called.leaves(one)))
            .toList());
  }

  int size() {
    return people.size();
  }

  /** What the service counts when it draws lots for the first of them. */
  List<EffectRow> experiment(long seed, int first, double holdOut) {
    return looks(seed, first, 1, holdOut).get(0);
  }

  /** What it counts on the way to the first so many of them, as often at equal distances. */
  List<List<EffectRow>> looks(long seed, int first, int times, double holdOut) {
    Map<Stratum, Long> drawn = new EnumMap<>(Stratum.class);
    Map<List<Object>, long[]> counts = new LinkedHashMap<>();
    List<List<EffectRow>> looks = new ArrayList<>();
    for (Person one : people.subList(0, first)) {
      long place = drawn.merge(one.stratum, 1L, Long::sum) - 1;
      boolean heldBack = Draw.holdsBack(new UUID(seed, ~seed), one.stratum, place, holdOut);
      long[] count = counts.computeIfAbsent(List.of(one.stratum, heldBack), key -> new long[2]);
      count[0]++;
      count[1] += (heldBack ? one.leavesIfHeldBack : one.leavesIfCalled) ? 1 : 0;
      if (drawn.values().stream().mapToLong(n -> n).sum() == (looks.size() + 1L) * first / times) {
        looks.add(rows(counts));
      }
    }
    return looks;
  }

  private static List<EffectRow> rows(Map<List<Object>, long[]> counts) {
    return counts.entrySet().stream()
        .map(
            group ->
                new EffectRow(
                    1,
                    group.getKey().get(0).toString(),
                    (boolean) group.getKey().get(1),
                    group.getValue()[0],
                    group.getValue()[1],
                    0,
                    0,
                    0,
                    0))
        .toList();
  }

  /** A company at its end, and who had become likely to leave. */
  private record Lived(
      SimulatedCompany company, Map<UUID, Flagged> flagged, Map<UUID, Instant> gone) {
    /** Those whose whole horizon has passed. */
    Stream<Flagged> compared() {
      return flagged.values().stream()
          .filter(one -> !one.at.plus(HORIZON).isAfter(company.end()))
          .sorted(Comparator.comparing(Flagged::at).thenComparing(Flagged::customer));
    }

    boolean leaves(Flagged one) {
      Instant at = gone.get(one.customer);
      return at != null && at.isAfter(one.at) && !at.isAfter(one.at.plus(HORIZON));
    }
  }

  private static Lived lived(long seed, int customers, ToDoubleFunction<UUID> call) {
    Map<UUID, Flagged> flagged = new HashMap<>();
    Caller caller =
        (customer, at, risk) -> {
          boolean becomesLikely = risk >= LIKELY && !flagged.containsKey(customer);
          if (!becomesLikely) {
            return 0;
          }
          flagged.put(customer, new Flagged(customer, at, Stratum.of(risk)));
          return call.applyAsDouble(customer);
        };
    SimulatedCompany company =
        SimulatedCompany.of(
            World.pestControl(),
            seed,
            customers,
            MONTHS,
            customers / CUSTOMERS_OF_A_TECHNICIAN,
            caller);
    Map<UUID, Instant> gone = new HashMap<>();
    for (SimulatedCustomer customer : company.customers()) {
      if (customer.cancelledAt() != null) {
        gone.put(customer.id(), customer.cancelledAt());
      }
    }
    return new Lived(company, flagged, gone);
  }
}
