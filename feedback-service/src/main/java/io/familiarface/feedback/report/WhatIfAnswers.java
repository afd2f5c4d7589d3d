package io.familiarface.feedback.report;

import io.familiarface.feedback.words.Rounding;
import io.familiarface.risk.whatif.WhatIfResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was asked, in the order of the questions. */
@Schema(name = "WhatIfAnswers")
record WhatIfAnswers(List<Answer> answers) {

  /**
   * The risk without and with the visits.
   *
   * @param why there is no answer to this question; null when there is one
   */
  @Schema(name = "WhatIfAnswer")
  record Answer(
      BigDecimal before,
      BigDecimal after,
      Boolean technicianChange,
      List<UUID> promisesBroken,
      @Schema(description = "Why this question has no answer; null when it has one.") String why) {

    static Answer of(WhatIfResult result) {
      return new Answer(
          Rounding.probability(result.before().probability()),
          Rounding.probability(result.after().probability()),
          result.technicianChange(),
          result.promisesBroken(),
          null);
    }

    static Answer missing(String why) {
      return new Answer(null, null, null, List.of(), why);
    }
  }
}
