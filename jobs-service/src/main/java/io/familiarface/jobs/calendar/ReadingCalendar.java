package io.familiarface.jobs.calendar;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.LinkKey;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.project.StepSchedule;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.jobs.visit.Introductions;
import io.familiarface.jobs.visit.VisitSchedule;
import io.familiarface.rest.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whoever has the key reads the calendar. A key that was guessed, revoked, or whose person is gone
 * is answered alike, after the same questions to the database.
 */
@ApplicationScoped
class ReadingCalendar {
  private final CalendarLinks links;
  private final Technicians technicians;
  private final VisitSchedule schedule;
  private final Introductions introductions;
  private final StepSchedule steps;
  private final CompanyCalendar calendar;
  private final CalendarSettings settings;

  ReadingCalendar(
      CalendarLinks links,
      Technicians technicians,
      VisitSchedule schedule,
      Introductions introductions,
      StepSchedule steps,
      CompanyCalendar calendar,
      CalendarSettings settings) {
    this.links = links;
    this.technicians = technicians;
    this.schedule = schedule;
    this.introductions = introductions;
    this.steps = steps;
    this.calendar = calendar;
    this.settings = settings;
  }

  @Transactional
  String ofTechnician(Ref ref, String key) {
    Optional<UUID> owner = owner(key).map(CalendarLinks.Owner::technicianId);
    Technician technician =
        technicians
            .find(Reference.of(ref))
            .filter(one -> owner.filter(one.id()::equals).isPresent())
            .filter(one -> !one.hasLeftBy(calendar.today()))
            .orElseThrow(ReadingCalendar::none);
    Duration length = settings.visitLength();
    Instant since = calendar.startOf(from());
    Instant until = calendar.startOf(to());
    return ICalendar.of(
        "Visits of " + technician.name(),
        calendar.zone(),
        Stream.of(
                schedule.ofTechnician(technician.id(), since, until).stream()
                    .map(
                        visit ->
                            VisitEvents.forTechnician(technician.id(), visit, length, calendar)),
                introductions.ofTechnician(technician.id(), since, until).stream()
                    .map(one -> IntroductionEvents.forTechnician(one, length, calendar)),
                steps.ofTechnician(technician.id(), from(), to()).stream()
                    .map(StepEvents::forTechnician))
            .flatMap(Function.identity())
            .toList(),
        calendar.now());
  }

  @Transactional
  String ofCustomer(String key) {
    UUID customer =
        owner(key).map(CalendarLinks.Owner::customerId).orElseThrow(ReadingCalendar::none);
    Duration length = settings.visitLength();
    Instant since = calendar.startOf(from());
    Instant until = calendar.startOf(to());
    return ICalendar.of(
        "Home visits",
        calendar.zone(),
        Stream.of(
                schedule.ofCustomer(customer, since, until).stream()
                    .map(visit -> VisitEvents.forCustomer(visit, length, calendar)),
                introductions.ofCustomer(customer, since, until).stream()
                    .map(one -> IntroductionEvents.forCustomer(one, length, calendar)),
                steps.ofCustomer(customer, from(), to()).stream().map(StepEvents::forCustomer))
            .flatMap(Function.identity())
            .toList(),
        calendar.now());
  }

  private Optional<CalendarLinks.Owner> owner(String key) {
    return links.owner(new LinkKey(key == null ? "" : key));
  }

  private LocalDate from() {
    return calendar.today().minusDays(settings.daysBack());
  }

  private LocalDate to() {
    return calendar.today().plusDays(settings.daysAhead());
  }

  private static RuntimeException none() {
    return JobsProblem.NO_SUCH_CALENDAR.because(
        "There is no calendar here, or no longer. Ask the office for a new link.");
  }
}
