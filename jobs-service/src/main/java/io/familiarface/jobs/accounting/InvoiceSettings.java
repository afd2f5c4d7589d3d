package io.familiarface.jobs.accounting;

import io.familiarface.jobs.accounting.Taxation.PriceBasis;
import io.familiarface.jobs.accounting.Taxation.RoundingPer;
import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How invoices are made. */
@ConfigMapping(prefix = "familiar.accounting.invoices")
interface InvoiceSettings {
  /** How often we look for completed visits that have none yet, such as 2s. */
  String every();

  /** How often we look for invoices that have not been paid in time, such as 10m. */
  String overdueEvery();

  /**
   * The first day whose visits are invoiced although another system's list brought them as
   * completed. Without it they are history, which that system has invoiced.
   */
  Optional<LocalDate> importedSince();

  /** An invoice is to be paid so many days after the visit. */
  int termDays();

  /** Whether tax is in the prices of agreements or comes on top. */
  PriceBasis prices();

  /** How tax is rounded to the hundredth. */
  RoundingMode rounding();

  /** Whether the tax of each line is rounded, or that of all lines of a rate together. */
  RoundingPer roundingPer();

  /** The rates; none: no tax. */
  List<Rate> taxes();

  /** A {@link TaxRule}. */
  interface Rate {
    /** ISO 3166-1, such as US. */
    Optional<String> country();

    /** As in addresses, such as VT. */
    Optional<String> region();

    /** As agreements name it. */
    Optional<String> program();

    /** Such as 0.07. */
    BigDecimal rate();
  }

  default Taxation taxation() {
    return new Taxation(
        taxes().stream()
            .map(each -> new TaxRule(each.country(), each.region(), each.program(), each.rate()))
            .toList(),
        prices(),
        rounding(),
        roundingPer());
  }
}
