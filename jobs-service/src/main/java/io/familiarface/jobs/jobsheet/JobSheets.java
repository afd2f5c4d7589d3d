package io.familiarface.jobs.jobsheet;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.customer.KnownCustomer;
import io.familiarface.jobs.listing.Row;
import io.familiarface.jobs.visit.VisitView;
import io.familiarface.jobs.visit.VisitViews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a job sheet together from what this service has, so that it needs no other one. */
@ApplicationScoped
class JobSheets {
  private static final String LAST_VISIT =
      """
      select v.scheduled_on, t.name from visit v join technician t on t.id = v.technician_id
      where v.customer_id = :customer and v.state = 'COMPLETED' and v.scheduled_at < :before
      order by v.scheduled_at desc limit 1
      """;

  private final EntityManager em;
  private final VisitViews visits;
  private final CustomerCopies customers;
  private final CompanyCalendar calendar;

  JobSheets(
      EntityManager em, VisitViews visits, CustomerCopies customers, CompanyCalendar calendar) {
    this.em = em;
    this.visits = visits;
    this.customers = customers;
    this.calendar = calendar;
  }

  JobSheet of(UUID visitId) {
    VisitView visit = visits.of(visitId);
    Optional<CustomerCopies.Copy> copy = customers.find(visit.customerId());
    Optional<KnownCustomer> customer = copy.map(CustomerCopies.Copy::customer);
    return new JobSheet(
        customer.map(CustomerPart::whatMatters).orElse(JobSheet.Matters.UNKNOWN),
        new JobSheet.Who(
            visit.customerId(),
            visit.customerExternalId(),
            customer.map(KnownCustomer::name).orElse(null),
            customer.map(KnownCustomer::whatTheyLikeToBeCalled).orElse(null)),
        customer.map(JobSheets::where).orElse(new JobSheet.Where(null, null, null)),
        new JobSheet.When(visit.scheduledAt(), calendar.inWords(visit.scheduledAt())),
        job(visit),
        new JobSheet.Freshness(
            copy.isPresent(),
            copy.map(CustomerCopies.Copy::changedAt).orElse(null),
            copy.map(CustomerCopies.Copy::receivedAt).orElse(null)));
  }

  private static JobSheet.Where where(KnownCustomer customer) {
    KnownCustomer.Address address = customer.address();
    return new JobSheet.Where(
        customer.branch(), address == null ? null : inOneLine(address), customer.phone());
  }

  private static String inOneLine(KnownCustomer.Address address) {
    String regionAndCode = joined(" ", address.region(), address.postalCode());
    return joined(", ", address.line1(), address.line2(), address.city(), regionAndCode);
  }

  private static String joined(String between, String... parts) {
    return Stream.of(parts)
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(between));
  }

  private JobSheet.Job job(VisitView visit) {
    boolean somebodyElse =
        visit.plannedTechnicianId() != null
            && !visit.plannedTechnicianId().equals(visit.technicianId());
    return new JobSheet.Job(
        visit.id(),
        visit.externalId(),
        visit.program(),
        visit.technicianName(),
        somebodyElse ? visit.plannedTechnicianName() : null,
        visit.changeReason(),
        visit.customerTold(),
        visit.introduced(),
        lastVisit(visit));
  }

  private JobSheet.LastVisit lastVisit(VisitView visit) {
    List<?> rows =
        em.createNativeQuery(LAST_VISIT, Tuple.class)
            .setParameter("customer", visit.customerId())
            .setParameter("before", visit.scheduledAt())
            .getResultList();
    return rows.stream()
        .map(row -> new Row((Tuple) row))
        .map(row -> new JobSheet.LastVisit(row.date("scheduled_on"), row.text("name")))
        .findFirst()
        .orElse(null);
  }
}
