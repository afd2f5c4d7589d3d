package io.familiarface.feed.consumer;

import io.familiarface.feed.FeedEvent;
import java.sql.Connection;
import java.util.List;

/** The events of a feed that could not be applied, with those that wait behind them. */
public final class ParkedEvents {
  private final Subscription subscription;
  private final UnitOfWork unitOfWork;
  private final ParkedStore parked;

  ParkedEvents(Subscription subscription, UnitOfWork unitOfWork) {
    this.subscription = subscription;
    this.unitOfWork = unitOfWork;
    this.parked = new ParkedStore(subscription.feed());
  }

  /** In the order of the feed, from after a position. */
  public List<ParkedEvent> list(long after, int limit) throws Exception {
    return unitOfWork.inTransaction(connection -> parked.list(connection, after, limit));
  }

  /**
   * Tries the parked events of a subject again, in their order, up to the first that still fails.
   * Any copy may do so at any time.
   */
  public Replay replay(String subject) throws Exception {
    var applied = 0;
    String problem = null;
    while (problem == null) {
      var next = unitOfWork.inTransaction(connection -> parked.first(connection, subject));
      if (next.isEmpty()) {
        break;
      }
      try {
        if (applyFirst(subject)) {
          applied++;
        }
      } catch (Exception e) {
        if (Failures.isPassing(e)) {
          throw e;
        }
        problem = explain(next.get().event(), e);
      }
    }
    var left = unitOfWork.inTransaction(connection -> parked.count(connection, subject));
    return new Replay(applied, left, problem);
  }

  private boolean applyFirst(String subject) throws Exception {
    return unitOfWork.inTransaction(
        connection -> {
          // Else the consumer could queue an event behind one that we are about to take away.
          CursorStore.halt(connection, subscription.feed());
          var first = parked.first(connection, subject).map(ParkedEvent::event);
          if (first.isPresent()) {
            apply(connection, first.get());
          }
          return first.isPresent();
        });
  }

  private void apply(Connection connection, FeedEvent event) throws Exception {
    parked.remove(connection, event.position());
    subscription.deliver(List.of(event), new Delivery(connection, false));
  }

  private String explain(FeedEvent event, Throwable failure) throws Exception {
    var problem = Failures.describe(failure);
    return unitOfWork.inTransaction(
        connection -> {
          parked.explain(connection, event.position(), problem);
          return problem;
        });
  }
}
