package io.familiarface.feedback.sql;

import java.util.ArrayList;
import java.util.List;

/** The conditions of a list that were asked for, with their parameters in order. */
public final class Where {
  private final StringBuilder text = new StringBuilder("where true");
  private final List<Object> parameters = new ArrayList<>();

  /** Adds {@code and (condition)}. */
  public Where and(String condition, Object... values) {
    text.append(" and (").append(condition).append(')');
    parameters.addAll(List.of(values));
    return this;
  }

  /** Adds the condition when the one filter value is there. */
  public Where andIf(String condition, Object value) {
    return value == null ? this : and(condition, value);
  }

  public String text() {
    return text.toString();
  }

  /** The parameters so far, followed by the given ones. */
  public Object[] parameters(Object... more) {
    List<Object> all = new ArrayList<>(parameters);
    all.addAll(List.of(more));
    return all.toArray();
  }
}
