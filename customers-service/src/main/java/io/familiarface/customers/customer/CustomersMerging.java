package io.familiarface.customers.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One customer becomes part of another. Fired in the transaction of the merge, while both are
 * locked and still there: whoever keeps anything of the first gives it to the second, and says what
 * that was.
 */
public final class CustomersMerging {
  private final CustomerView from;
  private final CustomerView into;
  private final Map<String, List<UUID>> moved = new TreeMap<>();

  CustomersMerging(CustomerView from, CustomerView into) {
    this.from = from;
    this.into = into;
  }

  /** Whoever will be no more. */
  public CustomerView from() {
    return from;
  }

  /** Whoever gets everything, as before the merge. */
  public CustomerView into() {
    return into;
  }

  /**
   * Says what was moved.
   *
   * @param what such as {@code traits}
   */
  public void moved(String what, List<UUID> ids) {
    if (!ids.isEmpty()) {
      moved.computeIfAbsent(what, none -> new ArrayList<>()).addAll(ids);
    }
  }

  Map<String, List<UUID>> moved() {
    return moved;
  }
}
