package io.familiarface.feedback.flag;

import io.familiarface.feedback.words.ReasonView;
import io.familiarface.feedback.words.ReasonsJson;
import io.familiarface.rest.Ids;
import io.familiarface.rest.time.Instants;
import io.familiarface.risk.engine.Assessment;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.state.Flag;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A flag on record: the engine's statement with an identity, and what people did about it. */
@Entity
@Table(name = "flag")
class CustomerFlag {
  @Id UUID id;
  @Version long version;
  UUID customerId;

  @Enumerated(EnumType.STRING)
  CustomerFlagState state;

  Instant raisedAt;
  Instant recordedAt;
  double probability;

  @Convert(converter = ReasonsJson.class)
  @ColumnTransformer(write = "?::jsonb")
  List<ReasonView> reasons;

  @JdbcTypeCode(SqlTypes.ARRAY)
  List<String> reasonCodes;

  String modelVersion;
  @Embedded FlagAnswers answers;
  @Embedded FlagEnd end;

  protected CustomerFlag() {}

  static CustomerFlag create(UUID customer, Flag history, Assessment assessment, Instant now) {
    CustomerFlag flag = new CustomerFlag();
    flag.id = Ids.next();
    flag.version = 1;
    flag.customerId = customer;
    flag.state = CustomerFlagState.RAISED;
    flag.raisedAt = Instants.toMicros(history.raisedAt());
    flag.recordedAt = Instants.toMicros(now);
    flag.explain(history, assessment);
    flag.modelVersion = history.modelVersion();
    return flag;
  }

  /**
   * Takes over what history now says of it, and says whether that changed anything. When what has
   * come in since gives it other reasons, such as a promise of which we heard later than of the
   * visit that broke it, it gets their words too.
   */
  boolean update(Flag history, Assessment assessment) {
    Instant raised = Instants.toMicros(history.raisedAt());
    CustomerFlagState next = state.after(history.state());
    FlagEnd ended = FlagEnd.of(history);
    boolean otherReasons =
        history.modelVersion().equals(modelVersion) && !codes(history).equals(reasonCodes);
    boolean changed =
        otherReasons || next != state || !raised.equals(raisedAt) || !ended.equals(end());
    if (changed) {
      state = next;
      raisedAt = raised;
      end = ended;
    }
    if (otherReasons) {
      explain(history, assessment);
    }
    return changed;
  }

  /** History was corrected, and now there was never a reason for it. */
  void withdraw() {
    state = CustomerFlagState.WITHDRAWN;
  }

  void acknowledge(Instant at, String by) {
    state = CustomerFlagState.ACKNOWLEDGED;
    answers = answers().acknowledged(at, by);
  }

  void act(Instant at, String by, String what) {
    state = CustomerFlagState.ACTED;
    answers = answers().acted(at, by, what);
  }

  /** Hibernate has null where all columns of a part are. */
  FlagAnswers answers() {
    return answers == null ? FlagAnswers.NONE : answers;
  }

  FlagEnd end() {
    return end == null ? FlagEnd.NONE : end;
  }

  /** As the engine had told it. */
  Flag told() {
    return new Flag(
        state.told(),
        raisedAt,
        reasonCodes.stream().map(ReasonCode::valueOf).toList(),
        modelVersion,
        end().clearedAt(),
        end().endedAt(),
        end().leadDays(),
        end().leadVisits());
  }

  /** The business time of the newest thing that befell it. */
  Instant changedAt() {
    FlagAnswers answered = answers();
    return Stream.of(
            end().endedAt(),
            end().clearedAt(),
            answered.actedAt(),
            answered.acknowledgedAt(),
            raisedAt)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private void explain(Flag history, Assessment assessment) {
    probability = assessment.probability();
    reasons = ReasonView.of(assessment.reasons());
    reasonCodes = codes(history);
  }

  private static List<String> codes(Flag history) {
    return history.reasons().stream().map(Enum::name).toList();
  }
}
