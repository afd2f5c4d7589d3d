package io.familiarface.rest;

import io.familiarface.database.RoundTrip;
import java.util.List;

/**
 * Collects what one transaction adds piece by piece, and writes it just before the commit, in the
 * one round trip of its {@link LastTrip}. What is added while the transaction is completing
 * already, by something else that waited for the end, is written at once: nothing that was added is
 * left behind.
 */
public abstract class TransactionBuffer<T> {
  private final LastTrip lastTrip;

  protected TransactionBuffer(LastTrip lastTrip) {
    this.lastTrip = lastTrip;
  }

  /** Adds what writes all of these to what is sent before the commit. */
  protected abstract void write(List<T> added, RoundTrip trip);

  /**
   * Writes very many of these at once, after all that was added before them.
   *
   * @return false if there is no other way than {@link #write}
   */
  protected boolean writeMany(List<T> added) {
    return false;
  }

  /** Whether rows of others refer to what is written here, so that it comes before all else. */
  protected boolean isReferredTo() {
    return false;
  }

  /** Whether others wait for what is written here, so that it comes after all else. */
  protected boolean makesOthersWait() {
    return false;
  }

  /** Called once the transaction has committed. */
  protected void committed() {}

  /** Whether a transaction runs that may still commit. */
  protected final boolean isActive() {
    return lastTrip.isActive();
  }

  /** Adds to the running transaction, which must be active. */
  protected final void addToTransaction(T one) {
    lastTrip.add(this, one);
  }

  /** Writes what has been added so far: somebody reads it before the transaction ends. */
  protected final void writeNow() {
    lastTrip.write(this);
  }
}
