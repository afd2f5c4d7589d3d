package io.familiarface.feedback.voice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the customers of one technician say, in marks from 1 to 5.
 *
 * @param answers how many visits and steps were marked
 * @param verdict for a person to read
 * @param standing null while there is nothing to compare
 */
@Schema(name = "Voice")
record VoiceView(
    UUID technicianId,
    String name,
    Instant since,
    int answers,
    @Schema(description = "The mean of all marks of the company.") BigDecimal company,
    Standing standing,
    String verdict,
    List<Answer> marks,
    List<Said> said) {

  @Schema(name = "VoiceStanding")
  record Standing(
      @Schema(description = "The mean of this technician's marks.") BigDecimal observed,
      @Schema(description = "What others got who were sent in the same circumstances.")
          BigDecimal expected,
      BigDecimal difference,
      @Schema(description = "The difference lies above this, 39 times of 40.") BigDecimal low,
      @Schema(description = "The difference lies below this, 39 times of 40.") BigDecimal high,
      @Schema(description = "The difference that is left once chance is allowed for.")
          BigDecimal shrunk) {

    static Standing of(CaseMix.Standing standing) {
      return new Standing(
          rounded(standing.observed()),
          rounded(standing.expected()),
          rounded(standing.difference()),
          rounded(standing.low()),
          rounded(standing.high()),
          rounded(standing.shrunk()));
    }
  }

  /**
   * What one visit or step was given, oldest first.
   *
   * @param csat the mean, where it was marked more than once
   * @param expected what others got in the same circumstances; null if there is nobody to compare
   */
  @Schema(name = "VoiceMark")
  record Answer(Instant at, BigDecimal csat, Circumstances circumstances, BigDecimal expected) {}

  /** What somebody said in words, newest first. */
  @Schema(name = "VoiceWords")
  record Said(Instant at, int csat, String text) {}

  static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
  }
}
