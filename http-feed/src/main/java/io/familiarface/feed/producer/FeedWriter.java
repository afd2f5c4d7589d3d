package io.familiarface.feed.producer;

import io.familiarface.database.CopiedRows;
import io.familiarface.feed.Feed;
import io.familiarface.feed.NewEvent;
import io.familiarface.feed.UnknownFeedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes events in the caller's transaction. Once that has committed, wake the {@link
 * FeedSequencer}: readers see an event when it has got its position.
 *
 * <p>Events of one subject keep the order of their changes, because a transaction holds the
 * subjects it writes about until it ends. Write all events of a transaction in one call, at its
 * end: that keeps the wait of others short, and takes the subjects in an order that can't deadlock.
 * A caller who has other things to write then sends the statements of {@link #appending} and {@link
 * #erasing} together with them, in their order.
 */
public final class FeedWriter {
  /**
   * A transaction that writes about very many subjects must not use up the server's lock table, so
   * subjects share this many locks per feed.
   */
  private static final int LOCKS = 2048;

  private static final String LOCK =
      """
      select pg_advisory_xact_lock(feed_lock, subject_lock)
      from unnest(cast(? as int[]), cast(? as int[])) as lock (feed_lock, subject_lock)
      """;

  private static final String LOCK_ONE =
      "select pg_advisory_xact_lock(cast(? as int), cast(? as int))";

  private static final String INSERT =
      """
      insert into feed_inbox (feed, id, type, subject, time, deleted, data)
      select feed, id, type, subject, time, data is null, cast(data as json)
      from %s as event (feed, id, type, subject, time, data)
      """;

  /** One statement however many events; unnest keeps their order, and so do the entries drawn. */
  private static final String INSERT_ALL =
      INSERT.formatted(
          """
          unnest(cast(? as text[]), cast(? as uuid[]), cast(? as text[]), cast(? as text[]),
            cast(? as timestamptz[]), cast(? as text[]))\
          """);

  /** Most transactions have one, and arrays cost the database more than its row. */
  private static final String INSERT_ONE =
      INSERT.formatted(
          """
          (values (cast(? as text), cast(? as uuid), cast(? as text), cast(? as text),
            cast(? as timestamptz), cast(? as text)))\
          """);

  private final Set<String> feeds;

  public FeedWriter(Collection<Feed> feeds) {
    this.feeds = feeds.stream().map(Feed::name).collect(Collectors.toUnmodifiableSet());
  }

  /** What events of a subject are kept in order by. */
  private record Lock(String feed, int subject) {
    static Lock of(String feed, String subject) {
      return new Lock(feed, Math.floorMod(subject.hashCode(), LOCKS));
    }

    /** The same for everybody, so that nobody waits in a circle. */
    static BoundStatement all(Stream<Lock> locks) {
      var inOrder =
          locks
              .distinct()
              .sorted(Comparator.comparing(Lock::feed).thenComparing(Lock::subject))
              .toList();
      return BoundStatement.of(
          LOCK_ONE, LOCK, inOrder, List.of(lock -> lock.feed.hashCode(), Lock::subject));
    }
  }

  /**
   * Waits until no other transaction writes about these subjects, and keeps others waiting until
   * this one ends. {@link #append} does so by itself; call this first where the event is made from
   * state that another transaction may be changing, and read that state afterwards.
   */
  public void lock(Connection connection, String feed, Collection<String> subjects)
      throws SQLException {
    Lock.all(subjects.stream().map(subject -> Lock.of(known(feed), subject))).execute(connection);
  }

  /** Writes these events, in this order. */
  public void append(Connection connection, List<NewEvent> events) throws SQLException {
    for (var statement : appending(events)) {
      statement.execute(connection);
    }
  }

  /** The statements that write these events, in this order. */
  public List<BoundStatement> appending(List<NewEvent> events) {
    return events.isEmpty() ? List.of() : List.of(locking(events), inserting(events));
  }

  /** Waits until no other transaction writes about the subjects of these. */
  public BoundStatement locking(List<NewEvent> events) {
    return Lock.all(events.stream().map(event -> Lock.of(known(event.feed()), event.subject())));
  }

  /**
   * As {@link #appending}, of very many; to be written after {@link #locking}, last of all. COPY
   * draws entries in the order of its rows.
   */
  public CopiedRows<NewEvent> copying(List<NewEvent> events) {
    return new CopiedRows<>(
        "feed_inbox (feed, id, type, subject, time, deleted, data)",
        events,
        List.of(
            NewEvent::feed,
            NewEvent::id,
            NewEvent::type,
            NewEvent::subject,
            NewEvent::time,
            NewEvent::deleted,
            NewEvent::data));
  }

  /**
   * Takes the data of a subject out of every stored event of a feed and tells the readers to forget
   * it. Numbering waits until the transaction ends, so call this last.
   *
   * @param deletion made by {@link NewEvent#deletion}
   */
  public void erase(Connection connection, NewEvent deletion) throws SQLException {
    for (var statement : erasing(deletion)) {
      statement.execute(connection);
    }
  }

  /** The statements of {@link #erase}. */
  public List<BoundStatement> erasing(NewEvent deletion) {
    if (!deletion.deleted()) {
      throw new IllegalArgumentException("To erase a subject pass its deletion event.");
    }
    var statements = new ArrayList<BoundStatement>();
    statements.add(locking(List.of(deletion)));
    // Else the sequencer could carry an event from one table to the other behind our back.
    statements.add(SequencerLock.statement());
    for (var table : List.of("feed_inbox", "feed_event")) {
      statements.add(
          new BoundStatement(
              "delete from %s where feed = ? and subject = ?".formatted(table),
              List.of(deletion.feed(), deletion.subject())));
    }
    statements.add(inserting(List.of(deletion)));
    return statements;
  }

  private static BoundStatement inserting(List<NewEvent> events) {
    return BoundStatement.of(
        INSERT_ONE,
        INSERT_ALL,
        events,
        List.of(
            NewEvent::feed,
            NewEvent::id,
            NewEvent::type,
            NewEvent::subject,
            NewEvent::time,
            NewEvent::data));
  }

  private String known(String feed) {
    if (!feeds.contains(feed)) {
      throw new UnknownFeedException(feed);
    }
    return feed;
  }
}
