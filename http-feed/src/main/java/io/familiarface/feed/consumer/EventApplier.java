package io.familiarface.feed.consumer;

import io.familiarface.database.PassingTrouble;
import io.familiarface.feed.Cursor;
import io.familiarface.feed.FeedEvent;
import io.familiarface.feed.FeedPage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies events and moves the cursor in the same transaction: a whole page if all goes well, else
 * one at a time, and parks what keeps failing. Events of a subject with parked ones queue up behind
 * them; a deletion takes their place, as it makes them void, and so does a newer full state.
 */
final class EventApplier {
  private static final Logger LOG = LoggerFactory.getLogger(EventApplier.class);

  private final Subscription subscription;
  private final UnitOfWork unitOfWork;
  private final CursorStore cursors;
  private final ParkedStore parked;
  private final ConsumerSettings settings;
  private final StopSignal stop;

  EventApplier(
      Subscription subscription,
      UnitOfWork unitOfWork,
      CursorStore cursors,
      ConsumerSettings settings,
      StopSignal stop) {
    this.subscription = subscription;
    this.unitOfWork = unitOfWork;
    this.cursors = cursors;
    this.parked = new ParkedStore(subscription.feed());
    this.settings = settings;
    this.stop = stop;
  }

  /** The cursor after the page, or after as much of it as was done when told to stop. */
  Cursor apply(Cursor from, FeedPage page) throws Exception {
    var events = page.events().stream().filter(e -> e.position() > from.position()).toList();
    if (events.isEmpty()) {
      return from;
    }
    try {
      return transact(from, events, page);
    } catch (LeaseLostException e) {
      throw e;
    } catch (Exception e) {
      if (PassingTrouble.isCauseOf(e)) {
        throw e;
      }
      if (events.size() > 1) {
        LOG.warn(
            "{} events of {} can't be applied together; one by one now, which takes longer: {}",
            events.size(),
            feed(),
            Failures.trace(e));
      }
      return oneByOne(from, events, page);
    }
  }

  private Cursor oneByOne(Cursor from, List<FeedEvent> events, FeedPage page) throws Exception {
    var cursor = from;
    for (var event : events) {
      if (stop.isGiven()) {
        break;
      }
      cursor = applyOrPark(cursor, event, page);
    }
    return cursor;
  }

  private Cursor applyOrPark(Cursor from, FeedEvent event, FeedPage page) throws Exception {
    var backoff = new Backoff(settings.pause(), settings.longestPause());
    for (var tries = 1; ; tries++) {
      try {
        return transact(from, List.of(event), page);
      } catch (LeaseLostException e) {
        throw e;
      } catch (Exception e) {
        if (PassingTrouble.isCauseOf(e)) {
          throw e;
        }
        if (tries >= settings.tries()) {
          return park(from, event, page, e);
        }
        stop.pause(backoff.next());
        if (stop.isGiven()) {
          return from;
        }
      }
    }
  }

  private Cursor transact(Cursor from, List<FeedEvent> events, FeedPage page) throws Exception {
    var to = events.get(events.size() - 1).cursor().in(epoch(from, page));
    return unitOfWork.inTransaction(
        connection -> {
          var subjects = events.stream().map(FeedEvent::subject).collect(Collectors.toSet());
          var blocked = cursors.advance(connection, from, to, page.head(), subjects);
          var free = queueUpTheBlocked(connection, events, blocked, page.compacted());
          if (!free.isEmpty()) {
            subscription.deliver(free, new Delivery(connection));
          }
          return to;
        });
  }

  private List<FeedEvent> queueUpTheBlocked(
      Connection connection, List<FeedEvent> events, Set<String> blocked, boolean compacted)
      throws SQLException {
    if (blocked.isEmpty()) {
      return events;
    }
    var free = new ArrayList<FeedEvent>();
    var queued = new ArrayList<FeedEvent>();
    for (var event : events) {
      if ((event.deleted() || compacted) && blocked.remove(event.subject())) {
        parked.forget(connection, event.subject());
        queued.removeIf(earlier -> earlier.subject().equals(event.subject()));
      }
      (blocked.contains(event.subject()) ? queued : free).add(event);
    }
    parked.park(connection, queued, null);
    return free;
  }

  private Cursor park(Cursor from, FeedEvent event, FeedPage page, Throwable failure)
      throws Exception {
    LOG.error(
        "Event {} of {} is parked after {} tries; later events of {} wait behind it: {}",
        event.cursor(),
        feed(),
        settings.tries(),
        event.subject(),
        Failures.trace(failure));
    var to = event.cursor().in(epoch(from, page));
    return unitOfWork.inTransaction(
        connection -> {
          cursors.advance(connection, from, to, page.head(), Set.of());
          if (page.compacted()) {
            parked.forget(connection, event.subject());
          }
          parked.park(connection, List.of(event), Failures.ofEvent(failure));
          return to;
        });
  }

  private static UUID epoch(Cursor from, FeedPage page) {
    return page.epoch() == null ? from.epoch() : page.epoch();
  }

  private String feed() {
    return subscription.feed();
  }
}
