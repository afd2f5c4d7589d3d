package io.familiarface.feedback.assessment;

import io.familiarface.feedback.history.Change;
import io.familiarface.risk.signal.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is new of one customer: signals that were not known, or that something known was wrong. */
final class News {
  static final News NONE = new News();

  private final List<Signal> added = new ArrayList<>();
  private boolean corrected;

  /** Tells, customer by customer, what the changes add to or correct in what was known. */
  static Map<UUID, News> of(List<Change> changes, Map<Change.Name, Change> known) {
    Map<UUID, News> news = new HashMap<>();
    for (Change change : changes) {
      Change before = known.get(change.name());
      Signal was = before == null ? null : before.signal();
      if (was == null ? change.signal() != null : !was.equals(change.signal())) {
        news.computeIfAbsent(change.customerId(), id -> new News()).add(was, change.signal());
      }
    }
    return news;
  }

  private void add(Signal was, Signal is) {
    if (was != null) {
      corrected = true;
    } else {
      added.add(is);
    }
  }

  boolean corrected() {
    return corrected;
  }

  /** The new signals, in order. */
  List<Signal> added() {
    added.sort(Signal.ORDER);
    return Collections.unmodifiableList(added);
  }
}
