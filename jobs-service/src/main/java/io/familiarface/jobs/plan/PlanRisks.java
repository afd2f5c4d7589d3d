package io.familiarface.jobs.plan;

import io.familiarface.jobs.risk.HypotheticalVisit;
import io.familiarface.jobs.risk.RiskForecast;
import io.familiarface.jobs.substitute.RosterEntry;
import io.familiarface.jobs.substitute.SendingRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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
  /** Told so long before, the customer is told: the plan makes the notices for it. */
  private static final Duration IN_TIME = Duration.ofHours(24);

  private final RiskForecast forecast;

  PlanRisks(RiskForecast forecast) {
    this.forecast = forecast;
  }

  private enum Kind {
    KNOWN,
    UNKNOWN,
    MOVED
  }

  private record Asked(UUID customerId, UUID agreementId, Kind kind) {}

  /** By visit; empty when feedback-service can't be asked. */
  Optional<Map<UUID, RisksOfVisit>> of(PlanDraft draft) {
    Map<Asked, RiskForecast.Question> questions = new java.util.LinkedHashMap<>();
    draft.visits().forEach(visit -> add(questions, draft, visit));
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
    RiskForecast.Answer moved = answers.get(asked(visit, Kind.MOVED));
    List<RiskForecast.Answer> some = new ArrayList<>();
    java.util.stream.Stream.of(moved, unknown, known)
        .filter(java.util.Objects::nonNull)
        .forEach(some::add);
    return new RisksOfVisit(
        some.isEmpty() ? null : some.get(0).before(),
        known == null ? null : known.after(),
        unknown == null ? (known == null ? null : known.after()) : unknown.after(),
        moved == null ? null : moved.after());
  }

  private static Asked asked(VisitToServe visit, Kind kind) {
    return new Asked(visit.visit().customerId(), visit.visit().agreementId(), kind);
  }

  private static void add(
      Map<Asked, RiskForecast.Question> questions, PlanDraft draft, VisitToServe visit) {
    UUID usual = visit.visit().plannedTechnicianId();
    for (Kind kind : new Kind[] {Kind.KNOWN, Kind.UNKNOWN}) {
      draft.roster().stream()
          .filter(who -> !who.technicianId().equals(usual))
          .filter(who -> !who.technicianId().equals(visit.visit().technicianId()))
          .filter(who -> visit.isKnown(who.technicianId()) == (kind == Kind.KNOWN))
          .filter(who -> SendingRule.refusal(who, visit.demand()).isEmpty())
          .map(RosterEntry::technicianId)
          .findFirst()
          .ifPresent(
              who -> questions.putIfAbsent(asked(visit, kind), question(draft, visit, who, false)));
    }
    if (usual != null && draft.cause().kind() == PlanKind.ABSENCE) {
      questions.putIfAbsent(asked(visit, Kind.MOVED), question(draft, visit, usual, true));
    }
  }

  private static RiskForecast.Question question(
      PlanDraft draft, VisitToServe visit, UUID technicianId, boolean usual) {
    boolean inTime =
        Duration.between(draft.asOf(), visit.visit().scheduledAt()).compareTo(IN_TIME) > 0;
    return new RiskForecast.Question(
        visit.visit().customerId(),
        new HypotheticalVisit(
            visit.visit().agreementId(),
            technicianId,
            visit.visit().scheduledAt(),
            usual ? null : draft.cause().reason().outside(),
            usual ? null : draft.cause().permanence().name(),
            !usual && inTime ? true : null,
            !usual && visit.joint() != null ? true : null));
  }
}
