package io.familiarface.jobs.leavebehind;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.CompanySettings;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.customer.CustomerState;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.jobs.visit.ArrivalWindow;
import io.familiarface.jobs.visit.Visit;
import io.familiarface.jobs.visit.VisitAccess;
import io.familiarface.jobs.visit.VisitState;
import io.familiarface.jobs.visit.VisitView;
import io.familiarface.jobs.visit.VisitViews;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Puts together what is left behind. The other services are asked outside of any transaction; what
 * they do not answer is left out, and said.
 */
@ApplicationScoped
class LeavingBehind {
  private static final Duration LEFT_WITHIN = Duration.ofDays(3);

  private static final int CERTIFICATES_SHOWN = 5;

  private final VisitAccess access;
  private final VisitViews views;
  private final CustomerCopies customers;
  private final Technicians technicians;
  private final AuditTrail audit;
  private final Neighbours neighbours;
  private final FeedbackLinks links;
  private final CertificatesApi certificates;
  private final CompanySettings company;
  private final CompanyCalendar calendar;

  LeavingBehind(
      VisitAccess access,
      VisitViews views,
      CustomerCopies customers,
      Technicians technicians,
      AuditTrail audit,
      Neighbours neighbours,
      FeedbackLinks links,
      @RestClient CertificatesApi certificates,
      CompanySettings company,
      CompanyCalendar calendar) {
    this.access = access;
    this.views = views;
    this.customers = customers;
    this.technicians = technicians;
    this.audit = audit;
    this.neighbours = neighbours;
    this.links = links;
    this.certificates = certificates;
    this.company = company;
    this.calendar = calendar;
  }

  /** What is known here of a visit. */
  private record Made(VisitView visit, Instant at, String customer, String introduction) {}

  LeaveBehind after(Ref ref) {
    Made made = QuarkusTransaction.requiringNew().call(() -> read(ref));
    List<String> missing = new ArrayList<>();
    UUID visitId = made.visit().id();
    UUID customerId = made.visit().customer().customerId();
    ArrivalWindow window = made.visit().arrivalWindow();
    Instant arrivedAt = made.visit().result().arrivedAt();
    Optional<FeedbackLink> link = links.of(visitId, customerId, isLeftNow(made.at()));
    if (link.isEmpty()) {
      missing.add("feedback-service made no link just now. Print it again in a minute.");
    }
    Optional<List<LeaveBehind.Certificate>> held = certificates(customerId);
    if (held.isEmpty()) {
      missing.add("customers-service can't be asked for certificates just now.");
    }
    return new LeaveBehind(
        visitId,
        customerId,
        made.customer(),
        calendar.dayOf(made.at()),
        calendar.inWords(made.at()),
        window == null ? null : window.inWords(calendar),
        arrivedAt == null ? null : calendar.timeInWords(arrivedAt),
        made.visit().agreement().program(),
        made.visit().checklist().leftUndone(),
        made.visit().technician().technicianName(),
        made.introduction(),
        company.name(),
        company.mission(),
        company.phone(),
        link.orElse(null),
        held.orElse(List.of()),
        missing);
  }

  /** Who prints it again much later asks nobody. */
  private boolean isLeftNow(Instant madeAt) {
    return !madeAt.isBefore(calendar.now().minus(LEFT_WITHIN));
  }

  private Made read(Ref ref) {
    Visit visit = access.get(ref);
    if (visit.state() != VisitState.COMPLETED) {
      throw JobsProblem.NOT_COMPLETED.because(
          "This visit is not completed. What is left behind is printed when it is.");
    }
    audit.read(visit.customerId(), "leave-behind");
    Technician technician = technicians.findById(visit.technicianId());
    return new Made(
        views.of(visit.id()),
        visit.completedAt(),
        customers
            .find(visit.customerId())
            .map(CustomerCopies.Copy::customer)
            .map(CustomerState::preferredOrFullName)
            .orElse(null),
        technician.introduction());
  }

  private Optional<List<LeaveBehind.Certificate>> certificates(UUID customerId) {
    try {
      return Optional.of(
          neighbours
              .ask(
                  "customers",
                  CommonProblem.UNAVAILABLE,
                  () -> certificates.of(customerId, "OPEN", CERTIFICATES_SHOWN))
              .map(page -> StreamSupport.stream(page.path("items").spliterator(), false))
              .map(items -> items.map(LeavingBehind::certificate).toList())
              .orElse(List.of()));
    } catch (HttpProblem e) {
      return Optional.empty();
    }
  }

  private static LeaveBehind.Certificate certificate(JsonNode held) {
    return new LeaveBehind.Certificate(
        held.path("code").asText(),
        worth(held),
        held.path("transferable").asBoolean(),
        held.path("validUntil").isTextual()
            ? LocalDate.parse(held.path("validUntil").textValue())
            : null);
  }

  private static String worth(JsonNode held) {
    return switch (held.path("kind").asText()) {
      case "AMOUNT" ->
          held.path("amount").path("amount").asText()
              + " "
              + held.path("amount").path("currency").asText();
      case "PERCENT" -> held.path("percent").asText() + " per cent";
      default -> held.path("gift").asText();
    };
  }
}
