package io.familiarface.jobs.plan;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.risk.HypotheticalVisit;
import io.familiarface.jobs.risk.RiskForecast;
import io.familiarface.jobs.substitute.RosterEntry;
import io.familiarface.jobs.visit.Substitution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks feedback-service what each way to serve a visit does. What counts is whether the customer
 * knows who comes; so it is asked once for each customer and kind, not for each technician.
 */
@ApplicationScoped
class PlanRisks {
  private final RiskForecast forecast;
  private final CompanyCalendar calendar;

  PlanRisks(RiskForecast forecast, CompanyCalendar calendar) {
    this.forecast = forecast;
    this.calendar = calendar;
  }

  private enum Kind {
    KNOWN,
    UNKNOWN,
    /** Whoever is told of and introduced in time ends the promise in good order, known or not. */
    INTRODUCED,
    MOVED
  }

  private record Asked(UUID customerId, UUID agreementId, Kind kind) {}

  /** By visit; empty when feedback-service can't be asked. */
  Optional<Map<UUID, RisksOfVisit>> of(PlanDraft draft) {
    Map<Asked, RiskForecast.Question> questions = new java.util.LinkedHashMap<>();
    PlannedSubstitutions planned = PlannedSubstitutions.in(draft, calendar);
    draft.visits().forEach(visit -> add(questions, draft, visit, planned));
    List<Asked> order = List.copyOf(questions.keySet());
    Optional<List<RiskForecast.Answer>> answers = forecast.askAll(List.copyOf(questions.values()));
    if (answers.isEmpty()) {
      return Optional.empty();
    }
    Map<Asked, RiskForecast.Answer> byKind = new HashMap<>();
    for (int i = 0; i < order.size(); i++) {
      byKind.put(order.get(i), answers.get().get(i));
    }
    Map<UUID, RisksOfVisit> risks = new HashMap<>();
    draft.visits().forEach(visit -> risks.put(visit.id(), risks(visit, byKind)));
    return Optional.of(risks);
  }

  private static RisksOfVisit risks(VisitToServe visit, Map<Asked, RiskForecast.Answer> answers) {
    RiskForecast.Answer known = answers.get(asked(visit, Kind.KNOWN));
    RiskForecast.Answer unknown = answers.get(asked(visit, Kind.UNKNOWN));
    RiskForecast.Answer introduced = answers.get(asked(visit, Kind.INTRODUCED));
    RiskForecast.Answer moved = answers.get(asked(visit, Kind.MOVED));
    List<RiskForecast.Answer> some = new ArrayList<>();
    java.util.stream.Stream.of(moved, unknown, known, introduced)
        .filter(java.util.Objects::nonNull)
        .forEach(some::add);
    return new RisksOfVisit(
        some.isEmpty() ? null : some.get(0).before(),
        known == null ? null : known.after(),
        unknown == null ? (known == null ? null : known.after()) : unknown.after(),
        introduced == null ? null : introduced.after(),
        moved == null ? null : moved.after());
  }

  private static Asked asked(VisitToServe visit, Kind kind) {
    return new Asked(visit.visit().customerId(), visit.visit().agreementId(), kind);
  }

  private static void add(
      Map<Asked, RiskForecast.Question> questions,
      PlanDraft draft,
      VisitToServe visit,
      PlannedSubstitutions planned) {
    UUID usual = visit.visit().plannedTechnicianId();
    for (Kind kind : new Kind[] {Kind.KNOWN, Kind.UNKNOWN, Kind.INTRODUCED}) {
      draft.roster().stream()
          .filter(who -> !who.technicianId().equals(usual))
          .filter(who -> !who.technicianId().equals(visit.visit().technicianId()))
          .filter(who -> isOf(kind, visit, who, planned))
          .filter(who -> planned.canBeSent(visit, who))
          .map(RosterEntry::technicianId)
          .findFirst()
          .map(who -> planned.of(visit, who, kind == Kind.INTRODUCED))
          .ifPresent(sent -> questions.putIfAbsent(asked(visit, kind), question(visit, sent)));
    }
    if (usual != null && draft.cause().kind() == PlanKind.ABSENCE) {
      questions.putIfAbsent(
          asked(visit, Kind.MOVED), question(visit, planned.of(visit, usual, false)));
    }
  }

  private static boolean isOf(
      Kind kind, VisitToServe visit, RosterEntry who, PlannedSubstitutions planned) {
    return kind == Kind.INTRODUCED
        ? planned.canBeIntroduced(visit, who)
        : visit.isKnown(who.technicianId()) == (kind == Kind.KNOWN);
  }

  private static RiskForecast.Question question(VisitToServe visit, Substitution sent) {
    return new RiskForecast.Question(
        visit.visit().customerId(),
        new HypotheticalVisit(
            visit.visit().agreementId(),
            sent.technicianId(),
            visit.visit().scheduledAt(),
            sent.reason() == null ? null : sent.reason().outside(),
            sent.permanence() == null ? null : sent.permanence().name(),
            sent.notice().customerTold(),
            sent.notice().introduced()));
  }
}
