package io.familiarface.customers.certificate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** How much this company gives away. */
@ConfigMapping(prefix = "familiar.certificates")
interface CertificateSettings {
  /** The most that one may be worth, in whatever currency. */
  @WithDefault("500.00")
  BigDecimal mostAmount();

  /** The most per cent off. */
  @WithDefault("50")
  int mostPercent();

  /** So many open ones a customer may hold. */
  @WithDefault("20")
  int mostOpen();

  /** For so many days one is valid when nothing else is said. */
  @WithDefault("365")
  int validForDays();

  /** For so many days one may be valid at most. */
  @WithDefault("1095")
  int validForDaysAtMost();
}
