package io.familiarface.feed.consumer;

import io.familiarface.feed.Cursor;
import io.familiarface.feed.FeedEvent;
import io.familiarface.feed.FeedPage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies events and moves the cursor in the same transaction: a whole page if all goes well, else
 * one at a time, and parks what keeps failing. Events of a subject with parked ones queue up behind
 * them; a deletion takes their place, as it makes them void.
 */
final class EventApplier {
  private static final Logger LOG = LoggerFactory.getLogger(EventApplier.class);

  private final Subscription subscription;
  private final UnitOfWork unitOfWork;
  private final CursorStore cursors;
  private final ParkedStore parked;
  private final ConsumerSettings settings;
  private final boolean rebuilding;
  private final StopSignal stop;

  EventApplier(
      Subscription subscription,
      UnitOfWork unitOfWork,
      CursorStore cursors,
      ConsumerSettings settings,
      boolean rebuilding,
      StopSignal stop) {
    this.subscription = subscription;
    this.unitOfWork = unitOfWork;
    this.cursors = cursors;
    this.parked = new ParkedStore(subscription.feed());
    this.settings = settings;
    this.rebuilding = rebuilding;
    this.stop = stop;
  }

  /** The cursor after the page, or after as much of it as was done when told to stop. */
  Cursor apply(Cursor from, FeedPage page) throws Exception {
    var events = page.events().stream().filter(e -> e.position() > from.position()).toList();
    if (events.isEmpty()) {
      return from;
    }
    try {
      return transact(from, events, page.head());
    } catch (LeaseLostException e) {
      throw e;
    } catch (Exception e) {
      if (Failures.isPassing(e)) {
        throw e;
      }
      LOG.debug("{} events of {} failed together, one by one now", events.size(), feed(), e);
      return oneByOne(from, events, page.head());
    }
  }

  private Cursor oneByOne(Cursor from, List<FeedEvent> events, long head) throws Exception {
    var cursor = from;
    for (var event : events) {
      if (stop.isGiven()) {
        break;
      }
      cursor = applyOrPark(cursor, event, head);
    }
    return cursor;
  }

  private Cursor applyOrPark(Cursor from, FeedEvent event, long head) throws Exception {
    var backoff = new Backoff(settings.pause(), settings.longestPause());
    for (var tries = 1; ; tries++) {
      try {
        return transact(from, List.of(event), head);
      } catch (LeaseLostException e) {
        throw e;
      } catch (Exception e) {
        if (Failures.isPassing(e)) {
          throw e;
        }
        if (tries >= settings.tries()) {
          return park(from, event, head, e);
        }
        stop.pause(backoff.next());
        if (stop.isGiven()) {
          return from;
        }
      }
    }
  }

  private Cursor transact(Cursor from, List<FeedEvent> events, long head) throws Exception {
    var to = events.get(events.size() - 1).cursor();
    return unitOfWork.inTransaction(
        connection -> {
          cursors.advance(connection, from, to, head);
          var free = queueUpTheBlocked(connection, events);
          if (!free.isEmpty()) {
            subscription.deliver(free, new Delivery(connection, rebuilding));
          }
          return to;
        });
  }

  private List<FeedEvent> queueUpTheBlocked(Connection connection, List<FeedEvent> events)
      throws SQLException {
    var subjects = events.stream().map(FeedEvent::subject).collect(Collectors.toSet());
    var blocked = parked.blocked(connection, subjects);
    if (blocked.isEmpty()) {
      return events;
    }
    var free = new ArrayList<FeedEvent>();
    var queued = new ArrayList<FeedEvent>();
    for (var event : events) {
      if (event.deleted() && blocked.remove(event.subject())) {
        parked.forget(connection, event.subject());
        queued.removeIf(earlier -> earlier.subject().equals(event.subject()));
      }
      (blocked.contains(event.subject()) ? queued : free).add(event);
    }
    parked.park(connection, queued, null);
    return free;
  }

  private Cursor park(Cursor from, FeedEvent event, long head, Throwable failure) throws Exception {
    LOG.error(
        "Event {} of {} is parked after {} tries; later events of {} wait behind it",
        event.cursor(),
        feed(),
        settings.tries(),
        event.subject(),
        failure);
    return unitOfWork.inTransaction(
        connection -> {
          cursors.advance(connection, from, event.cursor(), head);
          parked.park(connection, List.of(event), Failures.describe(failure));
          return event.cursor();
        });
  }

  private String feed() {
    return subscription.feed();
  }
}
