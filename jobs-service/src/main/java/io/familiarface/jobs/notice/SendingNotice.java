package io.familiarface.jobs.notice;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.technician.TechnicianPhotos;
import io.familiarface.jobs.visit.TellingCustomer;
import io.familiarface.jobs.visit.Visits;
import io.familiarface.photo.Photo;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.neighbour.NeighbourLookup;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.neighbour.OutsideTransaction;
import io.familiarface.rest.time.BusinessTime;
import io.familiarface.rest.time.Instants;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Writes to the customer. The address is asked of customers-service, and the mail server waited
 * for, outside of the transaction; that a letter could not be sent is an answer, not an error.
 */
@ApplicationScoped
class SendingNotice {
  private static final Logger LOG = Logger.getLogger(SendingNotice.class);
  private static final String PHONE_THEM = " Phone the customer, and record that they were told.";

  private final Notices notices;
  private final Visits visits;
  private final TechnicianPhotos photos;
  private final TellingCustomer telling;
  private final NeighbourLookup<Addressee> customers;
  private final Mailer mailer;
  private final NoticeSettings settings;
  private final AuditTrail audit;
  private final BusinessTime businessTime;

  SendingNotice(
      Notices notices,
      Visits visits,
      TechnicianPhotos photos,
      TellingCustomer telling,
      Neighbours neighbours,
      Mailer mailer,
      NoticeSettings settings,
      AuditTrail audit,
      BusinessTime businessTime) {
    this.notices = notices;
    this.visits = visits;
    this.photos = photos;
    this.telling = telling;
    this.customers =
        neighbours.lookup(
            "customers", "customers", Addressee.class, JobsProblem.CUSTOMERS_UNREACHABLE);
    this.mailer = mailer;
    this.settings = settings;
    this.audit = audit;
    this.businessTime = businessTime;
  }

  /** Where a customer reads letters. */
  record Addressee(String externalId, String email) {}

  @Transactional
  NoticeRow send(Ref ref) {
    NoticeRow notice = notices.get(ref);
    UUID id = notice.id();
    notice.requireUnsent();
    if (notice.marksVisit()) {
      visits.get(Ref.of(notice.visitId())).requirePlanned();
    }
    Optional<String> failure = failure(notice);
    Instant at = Instants.toMicros(businessTime.now());
    if (failure.isEmpty() && notice.marksVisit()) {
      telling.tell(Ref.of(notice.visitId()), at, null, null);
    } else if (failure.isEmpty() && notice.visitId() != null) {
      telling.toldOff(notice.visitId(), at, null);
    }
    boolean recorded =
        failure.map(why -> notices.failed(id, why)).orElseGet(() -> notices.sent(id, at));
    NoticeRow after = notices.get(Ref.of(id));
    if (!recorded) {
      after.requireUnsent();
    }
    audit.changed(
        failure.isPresent() ? "notice.not-sent" : "notice.sent",
        "notice",
        id,
        notice.customerId(),
        notice.state(),
        after.state());
    return after;
  }

  private Optional<String> failure(NoticeRow notice) {
    if (settings.mailFrom().isEmpty()) {
      return Optional.of("No mail server is configured." + PHONE_THEM);
    }
    Optional<String> to =
        customers.byId(notice.customerId()).map(Addressee::email).filter(mail -> !mail.isBlank());
    if (to.isEmpty()) {
      return Optional.of("No e-mail address of the customer is on record." + PHONE_THEM);
    }
    Optional<Photo> whoComes =
        !notice.calledOff()
                && notice.technicianId() != null
                && !notice.technicianLeft()
                && notice.isOtherTechnician()
            ? photos.photoOf(notice.technicianId())
            : Optional.empty();
    return OutsideTransaction.ask(
        List.of("notice", notice.id(), notice.version()), () -> mail(notice, to.get(), whoComes));
  }

  private Optional<String> mail(NoticeRow notice, String to, Optional<Photo> whoComes) {
    try {
      mailer.send(
          NoticeLetter.of(notices.view(notice), whoComes)
              .setFrom(settings.mailFrom().orElseThrow())
              .addTo(to));
      return Optional.empty();
    } catch (RuntimeException e) {
      LOG.warnf("A notice could not be sent (%s); see quarkus.mailer.*", e.getClass().getName());
      return Optional.of("The mail server did not take the letter. Try again soon." + PHONE_THEM);
    }
  }
}
