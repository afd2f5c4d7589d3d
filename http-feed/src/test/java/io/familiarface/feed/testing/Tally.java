package io.familiarface.feed.testing;

import io.familiarface.feed.FeedEvent;
import io.familiarface.feed.consumer.Delivery;
import io.familiarface.feed.consumer.FeedHandler;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Derived state that forgives nothing: per subject the number of its events, and a digest that
 * depends on each of them and on their order.
 */
public final class Tally implements FeedHandler {
  private final Set<String> indigestible = ConcurrentHashMap.newKeySet();

  public static void createTable(FeedDatabase database) throws SQLException {
    database.execute(
        "create table tally (subject text primary key, events int not null, digest text not null)");
  }

  public static List<String> of(FeedDatabase database) throws SQLException {
    return database.rows("select subject, events, digest from tally order by subject");
  }

  /** Events with these data fail from now on. */
  public void refuse(String data) {
    indigestible.add(data);
  }

  public void accept(String data) {
    indigestible.remove(data);
  }

  @Override
  public List<String> subjects(Delivery delivery) throws SQLException {
    try (var statement = delivery.connection().createStatement();
        var rows = statement.executeQuery("select subject from tally")) {
      var subjects = new ArrayList<String>();
      while (rows.next()) {
        subjects.add(rows.getString(1));
      }
      return subjects;
    }
  }

  @Override
  public void replace(Collection<String> subjects, List<FeedEvent> events, Delivery delivery)
      throws Exception {
    try (var statement =
        delivery.connection().prepareStatement("delete from tally where subject = any (?)")) {
      statement.setArray(1, delivery.connection().createArrayOf("text", subjects.toArray()));
      statement.executeUpdate();
    }
    applyAll(events, delivery);
  }

  @Override
  public void apply(FeedEvent event, Delivery delivery) throws SQLException {
    var sql =
        event.deleted()
            ? "delete from tally where subject = ?"
            : """
            insert into tally (subject, events, digest) values (?, 1, md5(?))
            on conflict (subject) do update
            set events = tally.events + 1, digest = md5(tally.digest || ?)
            """;
    try (var statement = delivery.connection().prepareStatement(sql)) {
      statement.setString(1, event.subject());
      if (!event.deleted()) {
        statement.setString(2, event.cursor() + event.data());
        statement.setString(3, event.cursor() + event.data());
      }
      statement.executeUpdate();
    }
    if (event.data() != null && indigestible.contains(event.data())) {
      throw new IllegalArgumentException("I can't digest " + event.data());
    }
  }
}
