package io.familiarface.jobs.training;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A technician's training beside what their customers say.
 *
 * @param available whether feedback-service could be asked; without it there is the training alone
 * @param why what is missing, for a person to read; null when nothing is
 */
@Schema(name = "TechnicianVoice")
record VoiceView(
    UUID technicianId,
    String name,
    boolean available,
    String why,
    Instant since,
    @Schema(description = "How many marks there are.") Integer answers,
    @Schema(description = "The mean of all marks of the company.") BigDecimal company,
    Voice.Standing standing,
    @Schema(description = "What the standing says, in words.") String verdict,
    List<Course> training,
    @Schema(description = "What customers said last, newest first.") List<Voice.Said> said) {

  /** A training, and what customers said before and after. */
  @Schema(name = "VoiceTraining")
  record Course(TrainingView training, Effect effect) {}

  /**
   * @param change of the marks, each less what others got in the same circumstances
   */
  @Schema(name = "TrainingEffect")
  record Effect(
      @Schema(description = "Marks in the year before.") int before,
      @Schema(description = "Marks in the year after.") int after,
      @Schema(description = "null: not known yet.") BigDecimal change,
      BigDecimal low,
      BigDecimal high,
      String words) {

    static Effect of(TrainingEffect effect) {
      return new Effect(
          effect.before(),
          effect.after(),
          rounded(effect.change()),
          rounded(effect.low()),
          rounded(effect.high()),
          effect.words());
    }

    private static BigDecimal rounded(Double value) {
      return value == null ? null : BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    }
  }
}
