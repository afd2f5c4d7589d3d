package io.familiarface.feedback.followup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * The list of calls by mail, on every business day. Needs a mail server ({@code
 * quarkus.mailer.host} and what belongs to it).
 */
@ConfigMapping(prefix = "familiar.daily-mail")
interface DailyMailSettings {
  /** To whom; without anybody no mail is sent. */
  Optional<List<String>> to();

  @WithDefault("familiar-face@localhost")
  String from();

  /** From this time of day on, where the company works. */
  @WithDefault("07:00")
  LocalTime at();

  /** Where the reader finds the page with the list. */
  @WithDefault("${familiar.public-url.feedback}/today/")
  String link();

  /** How often it is looked whether it is time; {@code off} for never. */
  @WithDefault("5m")
  String every();
}
