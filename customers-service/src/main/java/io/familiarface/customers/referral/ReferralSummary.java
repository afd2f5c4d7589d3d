package io.familiarface.customers.referral;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What asking for referrals comes to.
 *
 * @param from first instant at which those counted were asked
 * @param to first instant that is not counted any more
 */
public record ReferralSummary(By by, Instant from, Instant to, List<Line> items) {

  /** What to count by. */
  @Schema(name = "ReferralsBy")
  public enum By {
    source("source"),
    askedBy("asked_by");

    private final String column;

    By(String column) {
      this.column = column;
    }

    String column() {
      return column;
    }
  }

  /** So many of one source, or of one who asked; each stage counts those of the later ones too. */
  public record Line(
      String key, long asked, long given, long contacted, long becameCustomer, long declined) {}
}
