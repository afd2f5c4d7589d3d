package io.familiarface.risk.learning;

import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.VisitCompleted;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Keeps one copy of each technician's and agreement's id: visits are most of a history. */
public final class IdInterner {
  private final Map<UUID, UUID> known = new HashMap<>();

  public Signal shared(Signal signal) {
    if (signal instanceof VisitCompleted visit) {
      return new VisitCompleted(
          visit.visitId(),
          shared(visit.agreementId()),
          visit.at(),
          shared(visit.technicianId()),
          shared(visit.plannedTechnicianId()),
          visit.changeReason(),
          visit.permanence(),
          visit.told(),
          visit.introduced(),
          visit.onTime());
    }
    return signal;
  }

  private UUID shared(UUID id) {
    return id == null ? null : known.computeIfAbsent(id, same -> same);
  }
}
