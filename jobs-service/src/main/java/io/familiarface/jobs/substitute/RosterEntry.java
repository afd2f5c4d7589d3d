package io.familiarface.jobs.substitute;

import io.familiarface.jobs.technician.AbsenceKind;
import io.familiarface.jobs.technician.Employment;
import io.familiarface.jobs.technician.Suitability;
import io.familiarface.jobs.technician.TechnicianCertificate;
import io.familiarface.jobs.technician.WorkingHours;
import io.familiarface.jobs.visit.BusyTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A technician as far as it matters where they can be sent.
 *
 * @param skills also those whose certificate has expired; see {@link #skillsOn}
 * @param hours empty when nobody has said: at any time
 * @param bookings what they are to be at already
 * @param steps of projects for which they are planned, by whole days
 */
public record RosterEntry(
    UUID technicianId,
    String externalId,
    String branch,
    Set<String> skills,
    List<TechnicianCertificate> certificates,
    Employment employment,
    List<WorkingHours> hours,
    List<Away> absences,
    List<Booking> bookings,
    List<AtStep> steps) {

  public RosterEntry {
    skills = Set.copyOf(skills);
    certificates = List.copyOf(certificates);
    hours = List.copyOf(hours);
    absences = List.copyOf(absences);
    bookings = bookings.stream().sorted(Comparator.comparing(Booking::at)).toList();
    steps = List.copyOf(steps);
  }

  /** The days, both included, on which they don't come. */
  public record Away(AbsenceKind kind, LocalDate from, LocalDate until) {
    boolean covers(LocalDate day) {
      return touches(day, day);
    }

    boolean touches(LocalDate first, LocalDate last) {
      return !until.isBefore(first) && !from.isAfter(last);
    }
  }

  /**
   * A visit that they are to be at.
   *
   * @param timed whether somebody has said when on its day; else it takes nobody's time
   */
  public record Booking(UUID visitId, Instant at, boolean timed) {}

  /** The days, both included, on which they are at a step of a project. */
  public record AtStep(UUID projectId, LocalDate from, LocalDate until) {
    boolean covers(LocalDate day) {
      return touches(day, day);
    }

    boolean touches(LocalDate first, LocalDate last) {
      return !until.isBefore(first) && !from.isAfter(last);
    }
  }

  public Optional<AtStep> atStepOn(LocalDate day) {
    return steps.stream().filter(step -> step.covers(day)).findFirst();
  }

  /** At some time of the day. */
  public boolean worksOn(LocalDate day) {
    return Suitability.works(hours, day, null);
  }

  /** Whether they work here, and are not away, on all days from one to the other. */
  public boolean isThere(LocalDate first, LocalDate last) {
    return employment.covers(first)
        && employment.covers(last)
        && absences.stream().noneMatch(away -> away.touches(first, last));
  }

  /** Whether they are at another project than this on one of the days from one to the other. */
  public boolean isElsewhere(UUID projectId, LocalDate first, LocalDate last) {
    return steps.stream()
        .filter(step -> !step.projectId().equals(projectId))
        .anyMatch(step -> step.touches(first, last));
  }

  /** The same, planned for other steps as well. */
  public RosterEntry with(List<AtStep> others) {
    return new RosterEntry(
        technicianId,
        externalId,
        branch,
        skills,
        certificates,
        employment,
        hours,
        absences,
        bookings,
        Stream.concat(steps.stream(), others.stream()).toList());
  }

  public String name() {
    return employment.name();
  }

  /** Those that may be used on a day. */
  public Set<String> skillsOn(LocalDate day) {
    return certificates.isEmpty()
        ? skills
        : Set.copyOf(TechnicianCertificate.usable(List.copyOf(skills), certificates, day));
  }

  /** Whether no licence of theirs has ended by a day. */
  public boolean mayUseAllSkillsOn(LocalDate day) {
    return skillsOn(day).size() == skills.size();
  }

  public Optional<Away> awayOn(LocalDate day) {
    return absences.stream().filter(away -> away.covers(day)).findFirst();
  }

  /** What else they have at the time of a visit. */
  public Optional<Booking> bookedAt(UUID visitId, Instant at, Duration length) {
    BusyTime busy = BusyTime.of(at, length);
    return between(busy.after().plusNanos(1), busy.before()).stream()
        .filter(Booking::timed)
        .filter(booking -> !booking.visitId().equals(visitId))
        .findFirst();
  }

  public int bookingsOn(LocalDate day, Function<Instant, LocalDate> dayOf) {
    return bookingsOn(day, day, dayOf);
  }

  /** On the days from one to the other. */
  public int bookingsOn(LocalDate first, LocalDate last, Function<Instant, LocalDate> dayOf) {
    // The days of the company lie within these hours, wherever that is.
    Instant before = first.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant after = last.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
    return (int)
        between(before, after).stream()
            .map(booking -> dayOf.apply(booking.at()))
            .filter(day -> !day.isBefore(first) && !day.isAfter(last))
            .count();
  }

  /** Found by halves: plans ask this of each technician for each visit, over and over. */
  private List<Booking> between(Instant from, Instant until) {
    return bookings.subList(firstFrom(from), firstFrom(until));
  }

  private int firstFrom(Instant instant) {
    int low = 0;
    int high = bookings.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (bookings.get(middle).at().isBefore(instant)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
