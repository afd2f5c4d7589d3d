package io.familiarface.customers.conduct;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.rest.Ids;
import io.familiarface.rest.time.Instants;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class LettingGo {

  @Id UUID id;
  @Version long version;
  UUID customerId;

  @Enumerated(EnumType.STRING)
  LettingGoState state;

  String reason;
  Instant proposedAt;
  String proposedBy;
  Instant approvedAt;
  String approvedBy;
  Instant undoneAt;
  String undoneBy;
  String undoReason;

  /** The farewell, as a page; null until they are let go. */
  String letter;

  @JdbcTypeCode(SqlTypes.ARRAY)
  List<UUID> endedAgreements = List.of();

  @JdbcTypeCode(SqlTypes.ARRAY)
  List<UUID> agreementsNotEnded = List.of();

  protected LettingGo() {}

  static LettingGo propose(UUID customerId, String reason, String caller, Instant now) {
    var one = new LettingGo();
    one.id = Ids.next();
    one.customerId = customerId;
    one.state = LettingGoState.PROPOSED;
    one.reason = reason.strip();
    one.proposedAt = Instants.toMicros(now);
    one.proposedBy = caller;
    return one;
  }

  void requireApprovableBy(String caller) {
    if (state != LettingGoState.PROPOSED) {
      throw CustomersProblem.LETTING_GO_NOT_DUE.because(
          "This customer was let go at " + approvedAt + " already.");
    }
    if (proposedBy.equals(caller)) {
      throw CustomersProblem.NEEDS_ANOTHER_PERSON.because(
          "You proposed it yourself. Somebody else has to agree.");
    }
  }

  void approve(String caller, Instant now, EndingAgreements.Outcome agreements, String farewell) {
    letter = farewell;
    state = LettingGoState.LET_GO;
    approvedAt = Instants.toMicros(now);
    approvedBy = caller;
    endedAgreements = agreements.ended();
    agreementsNotEnded = agreements.refused();
  }

  void requireUndoable(int withinDays, Instant now) {
    if (state == LettingGoState.LET_GO && now.isAfter(undoUntil(withinDays))) {
      throw CustomersProblem.UNDO_TOO_LATE.because(
          "Letting go can be undone for %d days, until %s. Add them as a new customer."
              .formatted(withinDays, undoUntil(withinDays)));
    }
  }

  void undo(String why, String caller, Instant now) {
    state = LettingGoState.UNDONE;
    undoneAt = Instants.toMicros(now);
    undoneBy = caller;
    undoReason = why.strip();
  }

  private Instant undoUntil(int withinDays) {
    return approvedAt.plus(Duration.ofDays(withinDays));
  }

  LettingGoView view(int undoWithinDays) {
    return new LettingGoView(
        id,
        customerId,
        state,
        reason,
        proposedAt,
        proposedBy,
        approvedAt,
        approvedBy,
        endedAgreements,
        agreementsNotEnded,
        state == LettingGoState.LET_GO ? undoUntil(undoWithinDays) : null,
        undoneAt,
        undoneBy,
        undoReason);
  }
}
