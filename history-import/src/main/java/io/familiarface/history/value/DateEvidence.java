package io.familiarface.history.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What all dates of a column say about the order in which the company writes them. */
public final class DateEvidence {
  private static final int EXAMPLES = 3;

  /** A date and where it stands. */
  public record Example(long line, String text) {
    @Override
    public String toString() {
      return "%s (line %d)".formatted(text, line);
    }
  }

  /** Dates that read differently in these orders, all of which they fit. */
  private static final class Either {
    private final List<Example> first = new ArrayList<>();
    private long count;
  }

  private final LocalDate latest;
  private final Set<DateOrder> possible = EnumSet.allOf(DateOrder.class);
  private final Map<Set<DateOrder>, Either> either = new LinkedHashMap<>();
  private final Map<Set<DateOrder>, Example> fitOnly = new LinkedHashMap<>();

  /**
   * @param latest no date is meant to lie after it
   */
  public DateEvidence(LocalDate latest) {
    this.latest = latest;
  }

  /** Looks at one more date; blanks and what is no date say nothing. */
  public void see(long line, String text) {
    DateText date = DateText.of(text);
    if (date == null || date.sure()) {
      return;
    }
    Set<DateOrder> fits = fits(date);
    if (fits.isEmpty()) {
      return;
    }
    if (fits.size() < DateOrder.values().length) {
      possible.retainAll(fits);
      fitOnly.putIfAbsent(fits, new Example(line, text));
    }
    if (fits.stream().map(date::day).distinct().count() > 1) {
      Either some = either.computeIfAbsent(fits, key -> new Either());
      some.count++;
      if (some.first.size() < EXAMPLES) {
        some.first.add(new Example(line, text));
      }
    }
  }

  /** The orders in which it is a day that is not too far ahead, or else any day at all. */
  private Set<DateOrder> fits(DateText date) {
    Set<DateOrder> days = EnumSet.noneOf(DateOrder.class);
    Set<DateOrder> likely = EnumSet.noneOf(DateOrder.class);
    for (DateOrder order : DateOrder.values()) {
      LocalDate day = date.day(order);
      if (day != null) {
        days.add(order);
        if (!day.isAfter(latest)) {
          likely.add(order);
        }
      }
    }
    return likely.isEmpty() ? days : likely;
  }

  /** The only order that all dates fit; empty while it could be another one. */
  public Optional<DateOrder> decided() {
    return possible.size() == 1 ? possible.stream().findFirst() : Optional.empty();
  }

  /** Whether no order fits all dates. */
  public boolean isMixed() {
    return possible.isEmpty();
  }

  public boolean allows(DateOrder order) {
    return possible.contains(order);
  }

  /** The orders that all dates fit, of which somebody must choose. */
  public Set<DateOrder> possible() {
    return possible;
  }

  /** Whether there are dates that read differently in the orders that are left. */
  public boolean needsOrder() {
    return eitherWays() > 0;
  }

  public long eitherWays() {
    return open().stream().mapToLong(some -> some.count).sum();
  }

  public List<Example> examples() {
    return open().stream().flatMap(some -> some.first.stream()).limit(EXAMPLES).toList();
  }

  private List<Either> open() {
    return either.entrySet().stream()
        .filter(entry -> entry.getKey().stream().filter(possible::contains).count() > 1)
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The first date that decided, for the report. */
  public Optional<Example> deciding() {
    return fitOnly.entrySet().stream()
        .min((a, b) -> Integer.compare(a.getKey().size(), b.getKey().size()))
        .map(Map.Entry::getValue);
  }

  /** Both sides of a contradiction, each with the orders that it fits. */
  public Map<Example, Set<DateOrder>> contradiction() {
    Map<Example, Set<DateOrder>> sides = new LinkedHashMap<>();
    Set<DateOrder> left = EnumSet.allOf(DateOrder.class);
    fitOnly.forEach(
        (orders, example) -> {
          if (left.retainAll(orders)) {
            sides.put(example, orders);
          }
        });
    return isMixed() ? sides : Map.of();
  }
}
