package io.familiarface.history.value;

import java.util.function.Function;

/**
 * Remembers what a pure function made of the last few thousand texts: the cells of a column repeat,
 * customer by customer or day by day. Not for several threads.
 */
public final class Memo<T> {
  private static final int PLACES = 1 << 11;

  /** A cell may have 64 KiB; thousands of those would fill the memory. */
  private static final int LONGEST = 200;

  private final Function<String, T> function;
  private final String[] texts = new String[PLACES];
  private final Object[] values = new Object[PLACES];

  public Memo(Function<String, T> function) {
    this.function = function;
  }

  @SuppressWarnings("unchecked")
  public T of(String text) {
    if (text.length() > LONGEST) {
      return function.apply(text);
    }
    int hash = text.hashCode();
    int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
    if (!text.equals(texts[place])) {
      values[place] = function.apply(text);
      texts[place] = text;
    }
    return (T) values[place];
  }
}
