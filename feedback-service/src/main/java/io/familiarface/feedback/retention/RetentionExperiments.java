package io.familiarface.feedback.retention;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** The experiments that were made; one always runs, if only with nobody held back. */
@ApplicationScoped
class RetentionExperiments implements PanacheRepositoryBase<RetentionExperiment, Integer> {

  RetentionExperiment running() {
    return find("endedAt is null").singleResult();
  }

  /**
   * Nobody else changes it until the transaction ends; empty when somebody ended it while it was
   * waited for.
   */
  Optional<RetentionExperiment> lockRunning() {
    return find("endedAt is null").withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }
}
