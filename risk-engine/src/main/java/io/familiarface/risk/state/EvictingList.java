package io.familiarface.risk.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The latest few of something, oldest first. */
final class EvictingList<T> {

  private final int capacity;
  private final ArrayList<T> items;

  EvictingList(int capacity) {
    this(capacity, new ArrayList<>(0));
  }

  /** Forgets nothing: for what still goes on, of which most customers have one or two. */
  static <T> EvictingList<T> unbounded() {
    return new EvictingList<>(Integer.MAX_VALUE);
  }

  private EvictingList(int capacity, ArrayList<T> items) {
    this.capacity = capacity;
    this.items = items;
  }

  void add(T item) {
    if (items.size() == capacity) {
      items.remove(0);
    }
    items.add(item);
  }

  /** As {@link #add}, but what is dear makes no room: when all are, the list grows. */
  void add(T item, Predicate<T> dear) {
    if (items.size() >= capacity) {
      var first = 0;
      while (first < items.size() && dear.test(items.get(first))) {
        first++;
      }
      if (first < items.size()) {
        items.remove(first);
      } else if (!dear.test(item)) {
        return;
      }
    }
    items.add(item);
  }

  void removeIf(Predicate<T> unwanted) {
    items.removeIf(unwanted);
  }

  void clear() {
    items.clear();
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  List<T> list() {
    return Collections.unmodifiableList(items);
  }

  EvictingList<T> copy() {
    return new EvictingList<>(capacity, new ArrayList<>(items));
  }

  void write(StateWriter out, BiConsumer<T, StateWriter> each) {
    out.count(items.size());
    items.forEach(item -> each.accept(item, out));
  }

  void read(StateReader in, Function<StateReader, T> each) {
    for (var left = in.count(); left > 0; left--) {
      items.add(each.apply(in));
    }
  }
}
