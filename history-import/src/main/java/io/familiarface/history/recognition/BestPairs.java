package io.familiarface.history.recognition;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToLongBiFunction;

/** Pairs those with the most in common first, until nobody has anything in common. */
final class BestPairs {
  private BestPairs() {}

  /**
   * @param common how much two have in common, 0 for those who are paired already
   */
  static <I, E> void pair(
      List<I> imported, List<E> existing, ToLongBiFunction<I, E> common, BiConsumer<I, E> pair) {
    while (true) {
      I bestImported = null;
      E bestExisting = null;
      long most = 0;
      for (I one : imported) {
        for (E other : existing) {
          long has = common.applyAsLong(one, other);
          if (has > most) {
            most = has;
            bestImported = one;
            bestExisting = other;
          }
        }
      }
      if (bestImported == null) {
        return;
      }
      pair.accept(bestImported, bestExisting);
    }
  }
}
