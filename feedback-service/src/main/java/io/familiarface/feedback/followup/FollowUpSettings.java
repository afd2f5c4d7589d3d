package io.familiarface.feedback.followup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How many calls the company can make, who makes them, and by when. */
@ConfigMapping(prefix = "familiar.follow-ups")
interface FollowUpSettings {

  /** Calls a week, Monday to Sunday where the company works; no more than that is on the list. */
  @WithDefault("15")
  @Min(0) @Max(10_000) int weeklyCapacity();

  /** A call is due so many business days after its flag got on the list. */
  @WithDefault("2")
  @Min(0) @Max(60) int dueInBusinessDays();

  /** After nobody answered, the next try is so many business days later. */
  @WithDefault("1")
  @Min(0) @Max(60) int tryAgainInBusinessDays();

  /** Who calls; each new call goes to the one with the fewest. Without names nobody owns it yet. */
  Optional<List<String>> owners();

  /** Days besides Saturday and Sunday on which nobody calls. */
  Optional<List<LocalDate>> holidays();

  /** No call is opened until a history that is coming in has been quiet for so long. */
  @WithDefault("30s")
  Duration quietAfterHistory();

  /** How often flags and calls are brought together; {@code off} for never. */
  @WithDefault("5s")
  String every();
}
