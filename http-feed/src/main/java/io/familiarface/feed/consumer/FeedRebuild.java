package io.familiarface.feed.consumer;

import io.familiarface.database.PassingTrouble;
import io.familiarface.feed.Cursor;
import io.familiarface.feed.FeedEvent;
import io.familiarface.feed.FeedPage;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what is derived from a feed anew. First the whole feed is read and set down; then, a few
 * subjects in each transaction, all that is derived of them is replaced by what the feed tells of
 * them now. Whoever reads sees each subject as it was or as it is, never half; whom the feed names
 * no more is gone at the end. Stopped at any moment it is begun again. Why so:
 * docs/adr/0014-feed-epochs.md.
 */
final class FeedRebuild {
  private static final Logger LOG = LoggerFactory.getLogger(FeedRebuild.class);
  private static final int AT_ONCE = 50;

  private final Subscription subscription;
  private final UnitOfWork unitOfWork;
  private final CursorStore cursors;
  private final StopSignal stop;
  private final ParkedStore parked;
  private final StagedEvents staged;

  FeedRebuild(
      Subscription subscription, UnitOfWork unitOfWork, CursorStore cursors, StopSignal stop) {
    this.subscription = subscription;
    this.unitOfWork = unitOfWork;
    this.cursors = cursors;
    this.stop = stop;
    this.parked = new ParkedStore(subscription.feed());
    this.staged = new StagedEvents(subscription.feed());
  }

  /** How the feed is read. */
  @FunctionalInterface
  interface Pages {
    /** The events after a place; empty if told to stop meanwhile. */
    Optional<FeedPage> after(Cursor cursor) throws Exception;
  }

  /** Where to go on following; empty if told to stop meanwhile. */
  Optional<Cursor> run(Pages pages) throws Exception {
    LOG.info("What is derived from {} is made anew", subscription.feed());
    inTransaction(0, 0, staged::clear);
    var end = read(pages);
    if (end.isEmpty()) {
      return Optional.empty();
    }
    var subjects = subjects();
    for (var done = 0; done < subjects.size(); done += AT_ONCE) {
      if (stop.isGiven()) {
        return Optional.empty();
      }
      replace(
          subjects.subList(done, Math.min(done + AT_ONCE, subjects.size())), done, subjects.size());
    }
    unitOfWork.inTransaction(
        connection -> {
          cursors.endRebuild(connection, end.get().cursor(), end.get().head());
          staged.clear(connection);
          return null;
        });
    LOG.info(
        "What is derived from {} is made anew: {} subjects", subscription.feed(), subjects.size());
    return end.map(End::cursor);
  }

  /** Where reading ended, and where the feed did then. */
  private record End(Cursor cursor, long head) {}

  /**
   * Sets the feed down up to the head that it had at first, so that no writer can keep us from
   * coming to an end: what is told meanwhile is followed afterwards. Only of a compacted feed that
   * has to be read as well, since a subject told of anew is no more where it was.
   */
  private Optional<End> read(Pages pages) throws Exception {
    var cursor = Cursor.START;
    Long until = null;
    while (true) {
      var page = pages.after(cursor);
      if (page.isEmpty()) {
        return Optional.empty();
      }
      if (until == null || page.get().compacted()) {
        until = page.get().head();
      }
      var events = page.get().events();
      if (!events.isEmpty()) {
        inTransaction(0, 0, connection -> staged.add(connection, events));
        cursor = events.get(events.size() - 1).cursor().in(page.get().epoch());
      }
      if (events.isEmpty() || cursor.position() >= until) {
        return Optional.of(new End(cursor.in(page.get().epoch()), page.get().head()));
      }
    }
  }

  /** Those of whom the feed tells, and those of whom it told before. */
  private List<String> subjects() throws Exception {
    var subjects = new TreeSet<String>();
    inTransaction(
        0,
        0,
        connection -> {
          subjects.addAll(staged.subjects(connection));
          subjects.addAll(subscription.handler().subjects(new Delivery(connection)));
          parked.forgetAll(connection);
        });
    return new ArrayList<>(subjects);
  }

  private void replace(List<String> subjects, long done, long total) throws Exception {
    try {
      inTransaction(
          done,
          total,
          connection ->
              subscription.replace(
                  subjects, staged.of(connection, subjects), new Delivery(connection)));
    } catch (LeaseLostException e) {
      throw e;
    } catch (Exception e) {
      if (PassingTrouble.isCauseOf(e)) {
        throw e;
      }
      LOG.debug("{} subjects of {} failed together", subjects.size(), subscription.feed());
      if (subjects.size() == 1) {
        replacePieceByPiece(subjects, done, total);
      } else {
        for (var subject : subjects) {
          replace(List.of(subject), done, total);
        }
      }
    }
  }

  /** As far as it goes; the event at which it ends is parked, with those after it. */
  private void replacePieceByPiece(List<String> subject, long done, long total) throws Exception {
    var events = new ArrayList<FeedEvent>();
    inTransaction(
        done,
        total,
        connection -> {
          events.addAll(staged.of(connection, subject));
          subscription.replace(subject, List.of(), new Delivery(connection));
        });
    for (var n = 0; n < events.size(); n++) {
      var event = events.get(n);
      var after = events.subList(n + 1, events.size());
      try {
        inTransaction(
            done,
            total,
            connection -> subscription.deliver(List.of(event), new Delivery(connection)));
      } catch (LeaseLostException e) {
        throw e;
      } catch (Exception e) {
        if (PassingTrouble.isCauseOf(e)) {
          throw e;
        }
        LOG.error(
            "Event {} of {} is parked: {}", event.cursor(), subscription.feed(), Failures.trace(e));
        inTransaction(
            done,
            total,
            connection -> {
              parked.park(connection, List.of(event), Failures.ofEvent(e));
              parked.park(connection, after, null);
            });
        return;
      }
    }
  }

  private void inTransaction(long done, long total, Step step) throws Exception {
    unitOfWork.inTransaction(
        connection -> {
          cursors.recordRebuild(connection, done, total);
          step.run(connection);
          return null;
        });
  }

  @FunctionalInterface
  private interface Step {
    void run(Connection connection) throws Exception;
  }
}
