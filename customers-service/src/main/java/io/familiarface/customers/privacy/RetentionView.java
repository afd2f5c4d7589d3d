package io.familiarface.customers.privacy;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * For how long things are kept, and what is older.
 *
 * @param applied whether it goes by itself, every day
 */
public record RetentionView(boolean applied, @NotNull List<Rule> rules) {
  /**
   * One rule.
   *
   * @param keptFor as a period of ISO 8601, such as P2Y; null for ever
   * @param before what is older than this goes; null where it is kept for ever
   * @param due how many would go now; 10000 stands for as many or more
   * @param oldestAt the oldest of them; null where there is none
   * @param forgotten how many went with this request; null where it only asked
   */
  @Schema(name = "RetentionRule")
  public record Rule(
      @NotNull String kind,
      String keptFor,
      Instant before,
      long due,
      Instant oldestAt,
      Integer forgotten) {}
}
