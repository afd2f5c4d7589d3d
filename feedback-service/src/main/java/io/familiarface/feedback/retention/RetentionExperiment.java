package io.familiarface.feedback.retention;

import io.familiarface.rest.time.Instants;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A part of the calls that is held back at random, from when to when. */
@Entity
class RetentionExperiment {
  @Id int number;
  @Version long version;
  double holdOut;
  UUID seed;
  Instant startedAt;
  String startedBy;
  Instant endedAt;

  protected RetentionExperiment() {}

  RetentionExperiment(int number, double holdOut, Instant now, String by) {
    this.number = number;
    this.version = 1;
    this.holdOut = holdOut;
    this.seed = UUID.randomUUID();
    this.startedAt = Instants.toMicros(now);
    this.startedBy = by;
  }

  void end(Instant now) {
    endedAt = Instants.toMicros(now);
  }
}
