package io.familiarface.jobs.notice;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** When customers have to be told that somebody else comes, and by what mail. */
@ConfigMapping(prefix = "familiar.notices")
interface NoticeSettings {
  /** So long before a visit the customer knows of it, or it is unannounced. */
  Duration period();

  /** From which address letters are sent; without one, none is. */
  Optional<String> mailFrom();

  /** By {@link NoticeKind#key}. */
  Map<String, Words> letters();

  /** What a letter says; see {@link NoticeTemplate}. */
  interface Words {
    String subject();

    String body();
  }
}
