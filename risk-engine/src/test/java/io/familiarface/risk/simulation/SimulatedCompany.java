package io.familiarface.risk.simulation;

import io.familiarface.risk.signal.EpochMicros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A company that was made up by the laws of a {@link World}; the same seed makes the same one. */
public record SimulatedCompany(
    World world, Instant start, Instant end, List<SimulatedCustomer> customers) {

  /** Customers sign up over the first two thirds of the time. */
  private static final double SIGNING_UP = 0.66;

  public static SimulatedCompany of(
      World world, long seed, int customers, int months, int technicians) {
    return of(world, seed, customers, months, technicians, Caller.NONE);
  }

  /** One that calls some of its customers. */
  public static SimulatedCompany of(
      World world, long seed, int customers, int months, int technicians, Caller caller) {
    var random = new SplittableRandom(seed);
    var start = Instant.parse("2022-01-03T14:00:00Z");
    var from = EpochMicros.of(start);
    var until = EpochMicros.plusDays(from, months * 30.44);
    var crew =
        new TechnicianRoster(
            world.staffing(), technicians, from, EpochMicros.plusDays(until, 400), random.split());
    var made = new ArrayList<SimulatedCustomer>(customers);
    for (var i = 0; i < customers; i++) {
      var own = random.split();
      var signsUp = from + (long) (own.nextDouble() * SIGNING_UP * (until - from));
      made.add(new CustomerSimulator(world, crew, caller, own).live(signsUp, until));
    }
    return new SimulatedCompany(world, start, EpochMicros.instant(until), List.copyOf(made));
  }
}
