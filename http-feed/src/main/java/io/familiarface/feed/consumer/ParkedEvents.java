package io.familiarface.feed.consumer;

import io.familiarface.database.PassingTrouble;
import io.familiarface.feed.Cursor;
import io.familiarface.feed.FeedEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events of a feed that could not be applied, with those that wait behind them. */
public final class ParkedEvents {
  private static final Logger LOG = LoggerFactory.getLogger(ParkedEvents.class);

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
        if (PassingTrouble.isCauseOf(e)) {
          throw e;
        }
        problem = explain(next.get().event(), e);
      }
    }
    var left = unitOfWork.inTransaction(connection -> parked.count(connection, subject));
    return new Replay(applied, left, problem);
  }

  /**
   * Gives up a parked event that can't be applied, and applies those that wait behind it. Only the
   * first of its subject can be given up.
   *
   * @param given told of the event in the transaction that takes it away
   * @return empty if this event is not parked, or no more
   * @throws WaitsBehindException if it only waits behind another
   */
  public Optional<Replay> discard(Cursor place, Consumer<ParkedEvent> given) throws Exception {
    var discarded =
        unitOfWork.inTransaction(
            connection -> {
              CursorStore.halt(connection, subscription.feed());
              var event = parked.at(connection, place);
              if (event.isPresent()) {
                refuseUnlessFirst(connection, event.get().event());
                parked.remove(connection, place.position());
                given.accept(event.get());
              }
              return event;
            });
    return discarded.isPresent()
        ? Optional.of(replay(discarded.get().event().subject()))
        : Optional.empty();
  }

  private void refuseUnlessFirst(Connection connection, FeedEvent event) throws SQLException {
    var first = parked.first(connection, event.subject()).orElseThrow().event();
    if (first.position() != event.position()) {
      throw new WaitsBehindException(first.cursor());
    }
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
    subscription.deliver(List.of(event), new Delivery(connection));
  }

  private String explain(FeedEvent event, Throwable failure) throws Exception {
    LOG.warn(
        "Event {} of {} still can't be applied: {}",
        event.cursor(),
        subscription.feed(),
        Failures.trace(failure));
    var problem = Failures.ofEvent(failure);
    return unitOfWork.inTransaction(
        connection -> {
          parked.explain(connection, event.position(), problem);
          return problem;
        });
  }
}
