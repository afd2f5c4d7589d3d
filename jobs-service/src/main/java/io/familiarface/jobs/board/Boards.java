package io.familiarface.jobs.board;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.customer.CustomerState;
import io.familiarface.jobs.technician.Suitability;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.jobs.technician.Technicians.OnDuty;
import io.familiarface.jobs.visit.BusyTime;
import io.familiarface.jobs.visit.Introduction;
import io.familiarface.jobs.visit.IntroductionState;
import io.familiarface.jobs.visit.Introductions;
import io.familiarface.jobs.visit.VisitSettings;
import io.familiarface.jobs.visit.VisitState;
import io.familiarface.jobs.visit.VisitsOnBoard;
import io.familiarface.jobs.visit.VisitsOnBoard.Entry;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lays visits out by technician and day. Three questions to the database, however many there are.
 */
@ApplicationScoped
class Boards {
  private static final int MOST_VISITS = 5_000;
  private static final int MOST_TECHNICIANS = 5_000;

  private final Technicians technicians;
  private final VisitsOnBoard visits;
  private final Introductions introductions;
  private final CustomerCopies customers;
  private final CompanyCalendar calendar;
  private final VisitSettings settings;

  Boards(
      Technicians technicians,
      VisitsOnBoard visits,
      Introductions introductions,
      CustomerCopies customers,
      CompanyCalendar calendar,
      VisitSettings settings) {
    this.technicians = technicians;
    this.visits = visits;
    this.introductions = introductions;
    this.customers = customers;
    this.calendar = calendar;
    this.settings = settings;
  }

  BoardView of(LocalDate from, int days, String branch) {
    if (from.isAfter(CompanyCalendar.LAST.minusDays(days))) {
      throw CommonProblem.INVALID_REQUEST.at(
          "?from", "These days are not before %s, the last.".formatted(CompanyCalendar.LAST));
    }
    LocalDate until = from.plusDays(days - 1L);
    Instant begin = calendar.startOf(from);
    Instant end = calendar.startOf(until.plusDays(1));
    List<Entry> entries = visits.between(begin, end, branch, MOST_VISITS + 1);
    List<OnDuty> onDuty = technicians.onDuty(from, until, branch, MOST_TECHNICIANS + 1);
    if (entries.size() > MOST_VISITS) {
      throw CommonProblem.INVALID_REQUEST.at(
          "?days",
          "There are more than %d visits in these days. Ask for fewer days, or for one branch."
              .formatted(MOST_VISITS));
    }
    if (onDuty.size() > MOST_TECHNICIANS) {
      throw CommonProblem.INVALID_REQUEST.at(
          "?branch",
          "There are more than %d technicians. Ask for one branch.".formatted(MOST_TECHNICIANS));
    }
    return lay(from, days, branch, onDuty, entries, introductions.takingPlace(begin, end));
  }

  private BoardView lay(
      LocalDate from,
      int days,
      String branch,
      List<OnDuty> onDuty,
      List<Entry> entries,
      List<Introduction> meetings) {
    Map<UUID, OnDuty> present = new LinkedHashMap<>();
    onDuty.forEach(one -> present.put(one.id(), one));
    Set<UUID> doubleBooked = doubleBooked(entries, meetings);
    Map<UUID, Map<LocalDate, List<BoardView.Visit>>> cells = new HashMap<>();
    List<BoardView.Visit> all = new ArrayList<>();
    for (Entry entry : entries) {
      OnDuty whose = present.get(entry.technicianId());
      boolean atStep = entry.state() == VisitState.PLANNED && entry.atStep();
      BoardView.Visit visit = visit(entry, whose, atStep || doubleBooked.contains(entry.id()));
      all.add(visit);
      // Whoever does not work here any more has no row: their visits are nobody's.
      cells
          .computeIfAbsent(whose == null ? null : whose.id(), id -> new HashMap<>())
          .computeIfAbsent(entry.scheduledOn(), day -> new ArrayList<>())
          .add(visit);
    }
    List<BoardView.Row> rows = new ArrayList<>();
    for (OnDuty one : onDuty) {
      rows.add(
          new BoardView.Row(
              one.id(),
              one.externalId(),
              one.name(),
              one.branch(),
              one.photo(),
              days(
                  from,
                  days,
                  one,
                  cells.getOrDefault(one.id(), Map.of()),
                  meetings.stream().filter(meeting -> meeting.isOf(one.id())).toList())));
    }
    if (cells.containsKey(null)) {
      rows.add(
          new BoardView.Row(
              null, null, null, branch, null, days(from, days, null, cells.get(null), List.of())));
    }
    return new BoardView(
        from,
        days,
        branch,
        (int) all.stream().filter(visit -> visit.marks().unannouncedChange()).count(),
        (int) all.stream().filter(Boards::breaksPromise).count(),
        rows);
  }

  /** That somebody is to be at a visit: their own, or one at which they are introduced. */
  private record Presence(UUID technicianId, UUID visitId, Instant at, boolean own) {}

  /** In order of time, who is at two at once is at two that follow each other. */
  private Set<UUID> doubleBooked(List<Entry> entries, List<Introduction> meetings) {
    Map<UUID, Presence> last = new HashMap<>();
    Set<UUID> found = new HashSet<>();
    presences(entries, meetings)
        .sorted(Comparator.comparing(Presence::at))
        .forEach(
            one -> {
              Presence before = last.put(one.technicianId(), one);
              if (before != null
                  && !before.visitId().equals(one.visitId())
                  && BusyTime.of(before.at(), settings.length()).covers(one.at())) {
                Stream.of(before, one).filter(Presence::own).forEach(it -> found.add(it.visitId()));
              }
            });
    return found;
  }

  private static Stream<Presence> presences(List<Entry> entries, List<Introduction> meetings) {
    return Stream.concat(
        entries.stream()
            .filter(visit -> visit.state() == VisitState.PLANNED && visit.timeSaid())
            .filter(visit -> visit.technicianId() != null)
            .map(
                visit -> new Presence(visit.technicianId(), visit.id(), visit.scheduledAt(), true)),
        meetings.stream()
            .filter(one -> one.state() == IntroductionState.OPEN && one.timeSaid())
            .map(
                one ->
                    new Presence(one.successorId(), one.jointVisitId(), one.scheduledAt(), false)));
  }

  private static boolean breaksPromise(BoardView.Visit visit) {
    return visit.promises().stream().anyMatch(BoardView.Promise::broken);
  }

  private static List<BoardView.Day> days(
      LocalDate from,
      int days,
      OnDuty whose,
      Map<LocalDate, List<BoardView.Visit>> visits,
      List<Introduction> meetings) {
    return IntStream.range(0, days)
        .mapToObj(from::plusDays)
        .map(
            day ->
                new BoardView.Day(
                    day,
                    whose == null ? null : whose.isThereOn(day),
                    visits.getOrDefault(day, List.of()),
                    meetings.stream()
                        .filter(meeting -> meeting.scheduledOn().equals(day))
                        .map(Boards::introduction)
                        .toList()))
        .toList();
  }

  private static BoardView.Introduction introduction(Introduction one) {
    return new BoardView.Introduction(
        one.id(),
        one.scheduledAt(),
        !one.timeSaid(),
        one.jointVisitId(),
        one.visitId(),
        one.customerId(),
        one.customerName(),
        one.leaverId(),
        one.leaverName(),
        one.successorId(),
        one.successorName(),
        one.state());
  }

  private BoardView.Visit visit(Entry entry, OnDuty whose, boolean doubleBooked) {
    boolean planned = entry.state() == VisitState.PLANNED;
    return new BoardView.Visit(
        entry.id(),
        entry.externalId(),
        '"' + ETags.tag(entry.id(), entry.version()) + '"',
        entry.scheduledAt(),
        !entry.timeSaid(),
        entry.arrivalWindow(),
        entry.arrivedAt(),
        entry.state(),
        entry.program(),
        new BoardView.Customer(
            entry.customerId(), entry.customerExternalId(), entry.customerName()),
        new BoardView.WhoComes(
            entry.technicianId(),
            entry.plannedTechnicianId(),
            entry.plannedTechnicianName(),
            entry.changeReason(),
            entry.customerTold()),
        new BoardView.Marks(
            entry.isUnannouncedChange(),
            planned
                && (whose == null || !whose.isThereOn(entry.scheduledOn()) || entry.licenceEnded()),
            doubleBooked,
            planned && whose != null && !works(whose, entry)),
        promises(entry),
        entry.risk());
  }

  private List<BoardView.Promise> promises(Entry entry) {
    List<CustomerState.Promise> made = customers.promises(entry.promises());
    List<CustomerState.Promise> broken = entry.broken(made);
    return made.stream()
        .filter(promise -> promise.isStillValidAt(entry.scheduledAt()))
        .filter(promise -> promise.stands() || broken.contains(promise))
        .map(
            promise ->
                new BoardView.Promise(
                    promise.id(), promise.kind(), promise.text(), broken.contains(promise)))
        .toList();
  }

  private boolean works(OnDuty whose, Entry entry) {
    return Suitability.works(
        whose.hours(),
        entry.scheduledOn(),
        entry.timeSaid() ? calendar.timeOf(entry.scheduledAt()) : null);
  }
}
