package io.familiarface.jobs.jobsheet;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.customer.CustomerState;
import io.familiarface.jobs.visit.ArrivalWindow;
import io.familiarface.jobs.visit.Introduction;
import io.familiarface.jobs.visit.Introductions;
import io.familiarface.jobs.visit.VisitView;
import io.familiarface.jobs.visit.VisitViews;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a job sheet together from what this service has, so that it needs no other one. */
@ApplicationScoped
class JobSheets {
  private final VisitViews visits;
  private final Introductions introductions;
  private final CustomerCopies customers;
  private final CompanyCalendar calendar;

  JobSheets(
      VisitViews visits,
      Introductions introductions,
      CustomerCopies customers,
      CompanyCalendar calendar) {
    this.visits = visits;
    this.introductions = introductions;
    this.customers = customers;
    this.calendar = calendar;
  }

  JobSheet of(UUID visitId) {
    VisitView visit = visits.of(visitId);
    Optional<CustomerCopies.Copy> copy = customers.find(visit.customer().customerId());
    Optional<CustomerState> customer = copy.map(CustomerCopies.Copy::customer);
    return new JobSheet(
        customer.map(CustomerPart::whatMatters).orElse(JobSheet.Matters.UNKNOWN),
        new JobSheet.Who(
            visit.customer().customerId(),
            visit.customer().customerExternalId(),
            customer.map(CustomerState::name).orElse(null),
            customer.map(CustomerState::preferredOrFullName).orElse(null)),
        customer.map(JobSheets::where).orElse(new JobSheet.Where(null, null, null)),
        new JobSheet.When(
            visit.scheduledAt(),
            visit.arrivalWindow(),
            inWords(visit.scheduledAt(), !visit.anyTime(), visit.arrivalWindow())),
        job(visit),
        new JobSheet.Freshness(
            copy.isPresent(),
            copy.map(CustomerCopies.Copy::changedAt).orElse(null),
            copy.map(CustomerCopies.Copy::changedAt)
                .map(changed -> inWords(changed, true, null))
                .orElse(null),
            copy.map(CustomerCopies.Copy::receivedAt).orElse(null)));
  }

  private static JobSheet.Where where(CustomerState customer) {
    CustomerState.Address address = customer.address();
    return new JobSheet.Where(
        customer.branch(), address == null ? null : inOneLine(address), customer.phone());
  }

  private static String inOneLine(CustomerState.Address address) {
    String regionAndCode = joined(" ", address.region(), address.postalCode());
    return joined(", ", address.line1(), address.line2(), address.city(), regionAndCode);
  }

  private static String joined(String between, String... parts) {
    return Stream.of(parts)
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(between));
  }

  private JobSheet.Job job(VisitView visit) {
    VisitView.ByTechnician technician = visit.technician();
    return new JobSheet.Job(
        visit.id(),
        visit.externalId(),
        visit.agreement().program(),
        technician.technicianName(),
        technician.substitutedName(),
        technician.changeReason(),
        visit.notice().customerTold(),
        visit.notice().introduced(),
        visits
            .lastBefore(visit.scheduledAt(), visit.customer().customerId())
            .map(last -> new JobSheet.LastVisit(last.on(), last.technician()))
            .orElse(null),
        introductions.at(visit.id()).stream().map(one -> introduced(visit.id(), one)).toList(),
        visit.checklist().list());
  }

  private String inWords(Instant at, boolean timeSaid, ArrivalWindow window) {
    String when = ArrivalWindow.inWords(calendar, at, timeSaid, window);
    return timeSaid ? when : when + ", at any time";
  }

  private JobSheet.Introduced introduced(UUID visitId, Introduction one) {
    return new JobSheet.Introduced(
        one.id(),
        one.jointVisitId().equals(visitId),
        one.leaverName(),
        one.successorName(),
        inWords(one.scheduledAt(), one.timeSaid(), null),
        calendar.dayOf(one.comesAt()),
        one.state());
  }
}
