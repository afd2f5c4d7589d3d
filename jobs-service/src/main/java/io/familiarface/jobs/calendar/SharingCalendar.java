package io.familiarface.jobs.calendar;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.LinkKey;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.customer.CustomerLookup;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Somebody is given a calendar to subscribe to, or another key to it, or has it no longer. */
@ApplicationScoped
class SharingCalendar {
  private final CalendarLinks links;
  private final Technicians technicians;
  private final CustomerLookup customers;
  private final AuditTrail audit;
  private final Caller caller;
  private final CompanyCalendar calendar;
  private final String url;

  SharingCalendar(
      CalendarLinks links,
      Technicians technicians,
      CustomerLookup customers,
      AuditTrail audit,
      Caller caller,
      CompanyCalendar calendar,
      @ConfigProperty(name = "familiar.public-url.jobs") String url) {
    this.links = links;
    this.technicians = technicians;
    this.customers = customers;
    this.audit = audit;
    this.caller = caller;
    this.calendar = calendar;
    this.url = url;
  }

  /** A link that was there for the same person stops working in the same moment. */
  @Transactional
  CalendarLinkView.Made share(NewCalendarLink request) {
    Optional<Reference> technician =
        Reference.optional("technician", request.technicianId(), request.technicianExternalId());
    Optional<Reference> customer =
        Reference.optional("customer", request.customerId(), request.customerExternalId());
    if (technician.isPresent() == customer.isPresent()) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/technicianId", "Give a technician or a customer: a link shows the visits of one.");
    }
    UUID technicianId = technician.map(this::employed).orElse(null);
    UUID customerId = customer.map(reference -> customers.referred(reference).id()).orElse(null);
    (technicianId != null ? links.ofTechnician(technicianId) : links.ofCustomer(customerId))
        .ifPresent(former -> revoke(former, "calendar-link.rotated"));
    requireFreeKey(request.externalId());
    LinkKey key = LinkKey.next();
    CalendarLink link =
        CalendarLink.create(
            request.externalId(), technicianId, customerId, key, calendar.now(), caller.name());
    links.persistAndFlush(link);
    CalendarLinkView made = CalendarLinkView.of(link);
    audit.changed("calendar-link.created", "calendar-link", link.id, customerId, null, made);
    return CalendarLinkView.Made.of(link, address(link, key));
  }

  private UUID employed(Reference reference) {
    Technician technician = technicians.referred(reference);
    technician.requireNotLeftBy(calendar.today(), "/technicianId");
    return technician.id();
  }

  private void requireFreeKey(String externalId) {
    if (externalId != null && links.find(new Reference(null, externalId)).isPresent()) {
      throw CommonProblem.externalIdTaken("calendar link", externalId);
    }
  }

  private String address(CalendarLink link, LinkKey key) {
    return link.technicianId != null
        ? "%s/v1/technicians/%s/schedule.ics?key=%s".formatted(url, link.technicianId, key.text())
        : "%s/v1/links/visits/%s.ics".formatted(url, key.text());
  }

  @Transactional
  void revoke(Ref ref, String ifMatch) {
    CalendarLink link = links.get(ref);
    ETags.requireMatch(ifMatch, link.id, link.version);
    revoke(link, "calendar-link.revoked");
  }

  private void revoke(CalendarLink link, String action) {
    links.delete(link);
    links.flush();
    audit.changed(
        action, "calendar-link", link.id, link.customerId, CalendarLinkView.of(link), null);
  }
}
