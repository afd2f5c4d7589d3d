package io.familiarface.feedback.flag;

import io.familiarface.feedback.words.ReasonView;
import io.familiarface.rest.Ids;
import io.familiarface.risk.engine.Assessment;
import io.familiarface.risk.state.Flag;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** A flag as it is kept: the engine's statement with an identity, and what people did about it. */
record StoredFlag(
    UUID id,
    UUID customerId,
    State state,
    Instant raisedAt,
    Instant recordedAt,
    double probability,
    List<ReasonView> reasons,
    List<String> reasonCodes,
    String modelVersion,
    Answered acknowledged,
    Answered acted,
    Instant clearedAt,
    Instant endedAt,
    Integer leadDays,
    Integer leadVisits,
    long revision) {

  /** Somebody's answer to a flag. */
  record Answered(Instant at, String by, String what) {}

  static StoredFlag raised(UUID customer, Flag flag, Assessment assessment, Instant now) {
    return new StoredFlag(
        Ids.next(),
        customer,
        State.RAISED,
        micros(flag.raisedAt()),
        micros(now),
        assessment.probability(),
        ReasonView.of(assessment.reasons()),
        codes(flag),
        flag.modelVersion(),
        null,
        null,
        null,
        null,
        null,
        null,
        1);
  }

  /**
   * The same flag as history now tells it. When what has come in since gives it other reasons, such
   * as a promise of which we heard later than of the visit that broke it, it gets their words too.
   */
  StoredFlag as(Flag flag, Assessment assessment) {
    List<String> codes = codes(flag);
    boolean sameReasons = codes.equals(reasonCodes) || !flag.modelVersion().equals(modelVersion);
    return new StoredFlag(
        id,
        customerId,
        state.as(flag.state()),
        micros(flag.raisedAt()),
        recordedAt,
        sameReasons ? probability : assessment.probability(),
        sameReasons ? reasons : ReasonView.of(assessment.reasons()),
        sameReasons ? reasonCodes : codes,
        modelVersion,
        acknowledged,
        acted,
        micros(flag.clearedAt()),
        micros(flag.endedAt()),
        flag.leadDays(),
        flag.leadVisits(),
        revision);
  }

  private static List<String> codes(Flag flag) {
    return flag.reasons().stream().map(Enum::name).toList();
  }

  StoredFlag withdrawn() {
    return changed(State.WITHDRAWN, acknowledged, acted);
  }

  StoredFlag acknowledged(Instant at, String by) {
    return changed(State.ACKNOWLEDGED, new Answered(micros(at), by, null), acted);
  }

  StoredFlag acted(Instant at, String by, String what) {
    return changed(State.ACTED, acknowledged, new Answered(micros(at), by, what));
  }

  StoredFlag nextRevision() {
    return with(state, acknowledged, acted, revision + 1);
  }

  private StoredFlag changed(State to, Answered acknowledgement, Answered action) {
    return with(to, acknowledgement, action, revision);
  }

  private StoredFlag with(State to, Answered acknowledgement, Answered action, long version) {
    return new StoredFlag(
        id,
        customerId,
        to,
        raisedAt,
        recordedAt,
        probability,
        reasons,
        reasonCodes,
        modelVersion,
        acknowledgement,
        action,
        clearedAt,
        endedAt,
        leadDays,
        leadVisits,
        version);
  }

  /** As precise as the database keeps it, so that what is read compares equal to what was meant. */
  static Instant micros(Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
  }
}
