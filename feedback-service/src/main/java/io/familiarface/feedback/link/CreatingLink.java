package io.familiarface.feedback.link;

import io.familiarface.feedback.complaint.Complaints;
import io.familiarface.feedback.customer.CustomerCopy;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.feedback.jobs.Projects;
import io.familiarface.feedback.jobs.Visits;
import io.familiarface.feedback.request.AskingForFeedback;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Somebody makes a link for a customer. */
@ApplicationScoped
class CreatingLink {
  private final CustomerLinks links;
  private final Customers customers;
  private final Complaints complaints;
  private final Visits visits;
  private final Projects projects;
  private final AskingForFeedback asking;
  private final LinkSettings settings;
  private final AuditTrail audit;
  private final Caller caller;
  private final Clock clock;
  private final String address;

  CreatingLink(
      CustomerLinks links,
      Customers customers,
      Complaints complaints,
      Visits visits,
      Projects projects,
      AskingForFeedback asking,
      LinkSettings settings,
      AuditTrail audit,
      Caller caller,
      Clock clock,
      @ConfigProperty(name = "familiar.public-url.feedback") String publicUrl) {
    this.links = links;
    this.customers = customers;
    this.complaints = complaints;
    this.visits = visits;
    this.projects = projects;
    this.asking = asking;
    this.settings = settings;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
    this.address = publicUrl.replaceAll("/+$", "") + "/v1/links/";
  }

  /** A link and its version. */
  record Created(CreatedLink link, long version) {}

  Created create(NewLink wanted) {
    CustomerCopy customer = customers.lock(wanted.customerId(), wanted.customerExternalId());
    if (wanted.externalId() != null && links.isTaken(wanted.externalId())) {
      throw CommonProblem.externalIdTaken("link", wanted.externalId());
    }
    UUID complaint =
        complaints.resolve(wanted.complaintId(), wanted.complaintExternalId(), customer.id());
    if (complaint == null && wanted.purpose() == LinkPurpose.CASE) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/complaintId", "Name the complaint whose case the link is to show.");
    }
    UUID visit = visits.resolve(wanted.visitId(), wanted.visitExternalId(), customer.id());
    UUID project =
        projects.resolve(
            wanted.projectId(), wanted.projectExternalId(), wanted.projectStep(), customer.id());
    String token = Token.random();
    CustomerLink link =
        CustomerLink.create(
            token,
            customer.id(),
            wanted.purpose(),
            clock.instant(),
            wanted.purpose() == LinkPurpose.CASE ? settings.caseValid() : settings.feedbackValid(),
            caller.name());
    link.externalId = wanted.externalId();
    link.complaintId = complaint;
    link.visitId = visit;
    link.projectId = project;
    link.projectStep = wanted.projectStep();
    link.question = wanted.question() == null ? LinkQuestion.CSAT : wanted.question();
    links.persistAndFlush(link);
    Instant askedAt =
        wanted.purpose() == LinkPurpose.FEEDBACK ? ask(wanted, customer, visit) : null;
    LinkView view = LinkView.of(link);
    audit.changed("link.created", "link", link.id, link.customerId, null, view);
    return new Created(new CreatedLink(address + token, askedAt, view), link.version);
  }

  /**
   * Who is given a link is asked by it; what is left behind is given to whoever was visited, asked
   * lately or not.
   *
   * @return when they were asked lately, so that the link asks them nothing; else null
   */
  private Instant ask(NewLink wanted, CustomerCopy customer, UUID visit) {
    if (caller.is(Role.SERVICE)) {
      return Boolean.TRUE.equals(wanted.asks())
          ? asking.noteAsked(customer, visit).orElse(null)
          : null;
    }
    if (wanted.asks() == null) {
      return asking.noteAsked(customer, visit).orElse(null);
    }
    if (wanted.asks()) {
      asking.askByLink(customer, visit);
    }
    return null;
  }
}
