package io.familiarface.jobs.visit;

import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.bulk.Importer;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What some hundred lines of visits refer to, fetched in five queries however many they are. */
@Dependent
class VisitLineReferences {
  /** A visit may have been scheduled, or completed, at any time of its day. */
  private static final Duration DAY = Duration.ofDays(1);

  private record SlotKey(UUID agreementId, LocalDate on) {}

  private final Visits visits;
  private final Agreements agreements;
  private final Technicians technicians;

  private final Map<String, Agreement> agreementsByKey = new HashMap<>();
  private final Map<String, Technician> techniciansByKey = new HashMap<>();
  private final Map<String, Visit> visitsByKey = new HashMap<>();
  private final Map<SlotKey, UUID> holders = new HashMap<>();
  private final Map<UUID, List<Visit>> withoutExternalId = new HashMap<>();

  VisitLineReferences(Visits visits, Agreements agreements, Technicians technicians) {
    this.visits = visits;
    this.agreements = agreements;
    this.technicians = technicians;
  }

  void load(List<VisitLine> lines) {
    agreementsByKey.clear();
    techniciansByKey.clear();
    visitsByKey.clear();
    holders.clear();
    withoutExternalId.clear();
    agreementsByKey.putAll(
        agreements.byExternalIds(Importer.keys(lines, VisitLine::agreementExternalId)));
    techniciansByKey.putAll(
        technicians.byExternalIds(
            Stream.concat(
                    Importer.keys(lines, VisitLine::technicianExternalId).stream(),
                    Importer.keys(lines, VisitLine::plannedTechnicianExternalId).stream())
                .distinct()
                .toList()));
    visits
        .byExternalIds(Importer.keys(lines, VisitLine::externalId))
        .forEach(visit -> visitsByKey.put(visit.externalId, visit));
    visits
        .claimedSlots(agreementsByKey.values().stream().map(Agreement::id).toList())
        .forEach(slot -> holders.put(new SlotKey(slot.agreementId(), slot.slotOn()), slot.id()));
    loadOwn(lines);
  }

  private void loadOwn(List<VisitLine> lines) {
    List<Instant> times = lines.stream().map(VisitLine::scheduledAt).sorted().toList();
    visits
        .withoutExternalId(
            agreementsByKey.values().stream().map(Agreement::id).toList(),
            times.get(0).minus(DAY),
            times.get(times.size() - 1).plus(DAY))
        .forEach(
            v -> withoutExternalId.computeIfAbsent(v.agreementId, a -> new ArrayList<>()).add(v));
  }

  Agreement agreement(String externalId) {
    Agreement agreement = agreementsByKey.get(externalId);
    if (agreement == null) {
      throw Agreements.unknown(externalId);
    }
    return agreement;
  }

  Technician technician(String externalId) {
    Technician technician = techniciansByKey.get(externalId);
    if (technician == null) {
      throw Technicians.unknown(externalId);
    }
    return technician;
  }

  Optional<Visit> visit(String externalId) {
    return Optional.ofNullable(visitsByKey.get(externalId));
  }

  /** The visit that stands for this day of the rule, if one does. */
  Optional<Visit> holder(UUID agreementId, LocalDate slotOn) {
    return slotOn == null
        ? Optional.empty()
        : Optional.ofNullable(holders.get(new SlotKey(agreementId, slotOn))).map(visits::findById);
  }

  /** The visits of an agreement, around the days of these lines, that no other system has named. */
  List<Visit> withoutExternalId(UUID agreementId) {
    return withoutExternalId.getOrDefault(agreementId, List.of());
  }

  void put(Visit visit) {
    withoutExternalId.getOrDefault(visit.agreementId, new ArrayList<>()).remove(visit);
    visitsByKey.put(visit.externalId, visit);
    holders.values().remove(visit.id);
    if (visit.slotOn != null) {
      holders.put(new SlotKey(visit.agreementId, visit.slotOn), visit.id);
    }
  }
}
