package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
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
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What some hundred lines of visits refer to, fetched in six queries however many they are. */
@Dependent
class VisitLineReferences {
  /** A visit may have been scheduled, or completed, at any time of its day. */
  private static final Duration DAY = Duration.ofDays(1);

  private static final Comparator<VisitLine> BY_TIME = Comparator.comparing(VisitLine::scheduledAt);

  private record SlotKey(UUID agreementId, LocalDate on) {}

  private final Visits visits;
  private final Agreements agreements;
  private final Technicians technicians;
  private final CompanyCalendar calendar;

  private final Map<String, Agreement> agreementsByKey = new HashMap<>();
  private final Map<String, Technician> techniciansByKey = new HashMap<>();
  private final Map<String, Visit> visitsByKey = new HashMap<>();
  private final Map<SlotKey, UUID> holders = new HashMap<>();
  private final Map<UUID, SlotKey> held = new HashMap<>();
  private final Map<UUID, List<Visit>> withoutExternalId = new HashMap<>();

  VisitLineReferences(
      Visits visits, Agreements agreements, Technicians technicians, CompanyCalendar calendar) {
    this.visits = visits;
    this.agreements = agreements;
    this.technicians = technicians;
    this.calendar = calendar;
  }

  void load(List<VisitLine> lines) {
    agreementsByKey.clear();
    techniciansByKey.clear();
    visitsByKey.clear();
    holders.clear();
    held.clear();
    withoutExternalId.clear();
    List<String> agreementKeys = Importer.keys(lines, VisitLine::agreementExternalId);
    agreements.hold(agreementKeys);
    agreementsByKey.putAll(agreements.byExternalIds(agreementKeys));
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
    loadAround(
        Collections.min(lines, BY_TIME).scheduledAt(),
        Collections.max(lines, BY_TIME).scheduledAt());
  }

  /** The visits that a line between two instants may mean, or may be in the way of. */
  private void loadAround(Instant first, Instant last) {
    List<UUID> agreementIds = agreementsByKey.values().stream().map(Agreement::id).toList();
    long reach = agreementsByKey.values().stream().mapToLong(a -> a.rule().reach()).max().orElse(0);
    visits
        .claimedSlots(
            agreementIds,
            calendar.dayOf(first).minusDays(reach),
            calendar.dayOf(last).plusDays(reach))
        .forEach(slot -> hold(slot.id(), new SlotKey(slot.agreementId(), slot.slotOn())));
    visits
        .withoutExternalId(agreementIds, first.minus(DAY), last.plus(DAY))
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

  /** Which visit stands for this day of the rule, if one does. */
  Optional<UUID> holder(UUID agreementId, LocalDate slotOn) {
    return slotOn == null
        ? Optional.empty()
        : Optional.ofNullable(holders.get(new SlotKey(agreementId, slotOn)));
  }

  /** The visits of an agreement, around the days of these lines, that no other system has named. */
  List<Visit> withoutExternalId(UUID agreementId) {
    return withoutExternalId.getOrDefault(agreementId, List.of());
  }

  void put(Visit visit) {
    withoutExternalId.getOrDefault(visit.agreementId, new ArrayList<>()).remove(visit);
    visitsByKey.put(visit.externalId, visit);
    hold(visit.id, visit.slotOn == null ? null : new SlotKey(visit.agreementId, visit.slotOn));
  }

  private void hold(UUID visitId, SlotKey slot) {
    SlotKey before = slot == null ? held.remove(visitId) : held.put(visitId, slot);
    if (before != null) {
      holders.remove(before, visitId);
    }
    if (slot != null) {
      holders.put(slot, visitId);
    }
  }
}
