package io.familiarface.rest.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param nextCursor what to pass as {@code ?cursor=} for the next page; null on the last
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(@NotNull List<T> items, String nextCursor) {

  /**
   * Makes a page of rows fetched with {@code LIMIT page.limit() + 1}: the one too many only says
   * that there is a next page.
   */
  public static <R, T> Page<T> of(
      List<R> rows, PageRequest page, Function<R, Key> key, Function<R, T> view) {
    int limit = page.limit();
    boolean more = rows.size() > limit;
    List<R> shown = more ? rows.subList(0, limit) : rows;
    String next = more ? page.cursorAt(key.apply(shown.get(limit - 1))) : null;
    return new Page<>(shown.stream().map(view).toList(), next);
  }
}
