package io.familiarface.rest;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What each transaction writes last (audit entries, the answer under its idempotency key, events),
 * sent together: one round trip instead of one for each. Events come last of all, as they lock
 * their subjects.
 */
@Singleton
public class LastTrip {
  /** So many are worth trips of their own, where there is a cheaper way for many. */
  private static final int MANY = 50;

  private final TransactionSynchronizationRegistry transaction;
  private final Database database;

  LastTrip(TransactionSynchronizationRegistry transaction, Database database) {
    this.transaction = transaction;
    this.database = database;
  }

  boolean isActive() {
    return transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
  }

  <T> void add(TransactionBuffer<T> buffer, T one) {
    Pending pending = ofThisTransaction();
    if (pending.completing) {
      Part<T> late = pending.part(buffer);
      late.added.add(one);
      pending.send(List.of(late));
    } else {
      pending.part(buffer).added.add(one);
    }
  }

  /** Sends what one buffer has of this transaction before the others. */
  void write(TransactionBuffer<?> buffer) {
    Pending pending = ofThisTransaction();
    pending.send(List.of(pending.part(buffer)));
  }

  private Pending ofThisTransaction() {
    Pending pending = (Pending) transaction.getResource(LastTrip.class);
    if (pending == null) {
      pending = new Pending();
      transaction.putResource(LastTrip.class, pending);
      transaction.registerInterposedSynchronization(pending);
    }
    return pending;
  }

  /** What one buffer has of one transaction. */
  private static final class Part<T> {
    final TransactionBuffer<T> buffer;
    final List<T> added = new ArrayList<>();

    Part(TransactionBuffer<T> buffer) {
      this.buffer = buffer;
    }

    void moveTo(RoundTrip trip) {
      if (!added.isEmpty()) {
        buffer.write(List.copyOf(added), trip);
        added.clear();
      }
    }

    boolean isMany() {
      return added.size() >= MANY;
    }

    /** Whether they are written now; what was added before them must have been sent. */
    boolean writeMany() {
      boolean written = buffer.writeMany(List.copyOf(added));
      if (written) {
        added.clear();
      }
      return written;
    }
  }

  private final class Pending implements Synchronization {
    private final List<Part<?>> parts = new ArrayList<>();
    private boolean completing;

    @SuppressWarnings("unchecked")
    <T> Part<T> part(TransactionBuffer<T> buffer) {
      for (Part<?> part : parts) {
        if (part.buffer == buffer) {
          return (Part<T>) part;
        }
      }
      Part<T> part = new Part<>(buffer);
      parts.add(part);
      parts.sort(
          Comparator.<Part<?>, Boolean>comparing(any -> !any.buffer.isReferredTo())
              .thenComparing(any -> any.buffer.makesOthersWait()));
      return part;
    }

    void send(List<Part<?>> some) {
      RoundTrip trip = database.roundTrip();
      for (Part<?> part : some) {
        if (part.isMany()) {
          trip.send();
          trip = database.roundTrip();
          if (part.writeMany()) {
            continue;
          }
        }
        part.moveTo(trip);
      }
      trip.send();
    }

    @Override
    public void beforeCompletion() {
      completing = true;
      send(List.copyOf(parts));
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        parts.forEach(part -> part.buffer.committed());
      }
    }
  }
}
