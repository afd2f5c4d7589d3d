package io.familiarface.risk.simulation;

import io.familiarface.risk.signal.EpochMicros;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The technicians of a simulated company: a fixed number of seats, each held by one after another.
 */
final class TechnicianRoster {

  private record Holder(UUID id, long from, long until) {}

  private record Spell(long from, long until) {}

  private final List<List<Holder>> seats = new ArrayList<>();
  private final List<List<Spell>> absences = new ArrayList<>();

  TechnicianRoster(
      World.Staffing staffing, int size, long start, long end, SplittableRandom random) {
    for (var seat = 0; seat < size; seat++) {
      seats.add(holders(staffing, start, end, random));
      absences.add(spells(staffing, start, end, random));
    }
  }

  int size() {
    return seats.size();
  }

  /** Who holds a seat at an instant. */
  UUID holder(int seat, long at) {
    for (var holder : seats.get(seat)) {
      if (at < holder.until) {
        return holder.id;
      }
    }
    throw new IllegalArgumentException("after the end of the simulation");
  }

  boolean away(int seat, long at) {
    for (var spell : absences.get(seat)) {
      if (at >= spell.from && at < spell.until) {
        return true;
      }
    }
    return false;
  }

  /** Somebody who can come instead. */
  UUID standIn(int seat, long at, SplittableRandom random) {
    for (var tries = 0; tries < 20; tries++) {
      var other = random.nextInt(size());
      if (other != seat && !away(other, at)) {
        return holder(other, at);
      }
    }
    return holder((seat + 1) % size(), at);
  }

  private static List<Holder> holders(
      World.Staffing staffing, long start, long end, SplittableRandom random) {
    var holders = new ArrayList<Holder>();
    var from = start;
    while (from < end) {
      var days = -Math.log(1 - random.nextDouble()) / staffing.departuresPerYear() * 365;
      var until = EpochMicros.plusDays(from, Math.max(30, days));
      holders.add(new Holder(id(random), from, until));
      from = until;
    }
    return holders;
  }

  private static List<Spell> spells(
      World.Staffing staffing, long start, long end, SplittableRandom random) {
    var spells = new ArrayList<Spell>();
    var years = EpochMicros.days(start, end) / 365;
    var sick = (int) Math.round(years * staffing.sickSpellsPerYear());
    for (var i = 0; i < sick; i++) {
      var from = anyTime(start, end, random);
      spells.add(new Spell(from, EpochMicros.plusDays(from, 1 + random.nextInt(5))));
    }
    for (var i = 0; i < Math.round(years * staffing.vacationWeeks()); i++) {
      var from = anyTime(start, end, random);
      spells.add(new Spell(from, EpochMicros.plusDays(from, 7)));
    }
    return spells;
  }

  private static long anyTime(long start, long end, SplittableRandom random) {
    return start + (long) (random.nextDouble() * (end - start));
  }

  static UUID id(SplittableRandom random) {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
