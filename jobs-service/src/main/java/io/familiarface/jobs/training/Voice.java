package io.familiarface.jobs.training;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What feedback-service says of a technician's customers; what we don't use is passed over. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Voice(
    Instant since,
    int answers,
    BigDecimal company,
    Standing standing,
    String verdict,
    List<Mark> marks,
    List<Said> said) {

  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "VoiceStanding")
  record Standing(
      @Schema(description = "The mean of this technician's marks, 1 to 5.") BigDecimal observed,
      @Schema(description = "What others got who were sent in the same circumstances.")
          BigDecimal expected,
      BigDecimal difference,
      @Schema(description = "The difference lies above this, 39 times of 40.") BigDecimal low,
      @Schema(description = "The difference lies below this, 39 times of 40.") BigDecimal high,
      @Schema(description = "The difference that is left once chance is allowed for.")
          BigDecimal shrunk) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Mark(Instant at, double csat, BigDecimal expected) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "VoiceWords")
  record Said(Instant at, int csat, String text) {}
}
