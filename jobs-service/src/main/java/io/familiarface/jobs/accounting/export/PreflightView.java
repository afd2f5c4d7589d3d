package io.familiarface.jobs.accounting.export;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the next export would stumble over.
 *
 * @param ready whether nothing would be refused or booked wrongly; a warning may stand
 */
record PreflightView(
    @Schema(description = "How many documents the next export would hold.") long documents,
    @Schema(description = "Whether there is nothing but warnings.") boolean ready,
    List<Finding> findings) {

  @Schema(
      name = "PreflightKind",
      description =
          "NUMBER_TAKEN: accounting has a document of that number; CUSTOMER_DOUBLED: two have one"
              + " name, by which accounting would take them for one; CUSTOMER_UNKNOWN: nobody has told"
              + " us of them, or they were erased; ACCOUNT_NOT_MAPPED: the program has no account of"
              + " its own; TAX_CODE_NOT_MAPPED: the rate has no tax code; REMEDY_NOT_CREDITED: a remedy"
              + " names an invoice which the customer does not have; REMEDY_WAITS: what a remedy gives is more"
              + " than their invoices in its currency can bear, and waits for the next.")
  enum Kind {
    /** Accounting has a document of that number. */
    NUMBER_TAKEN(true),
    /** Two customers have one name, by which accounting would take them for one. */
    CUSTOMER_DOUBLED(true),
    /** Nobody has told us of the customer, or they were erased. */
    CUSTOMER_UNKNOWN(false),
    /** The program has no account of its own. */
    ACCOUNT_NOT_MAPPED(false),
    /** The rate has no tax code. */
    TAX_CODE_NOT_MAPPED(false),
    /** A remedy was delivered that names an invoice which the customer does not have. */
    REMEDY_NOT_CREDITED(false),
    /** A remedy was delivered, and no invoice of the customer can bear it yet. */
    REMEDY_WAITS(false);

    private final boolean stops;

    Kind(boolean stops) {
      this.stops = stops;
    }

    boolean stops() {
      return stops;
    }
  }

  @Schema(name = "PreflightSeverity")
  enum Severity {
    ERROR,
    WARNING
  }

  /**
   * @param subject the number, name, program, rate or complaint that it is about, or "more" of them
   * @param documents some of those it concerns, by number
   * @param words what is wrong and what to do
   */
  @Schema(name = "PreflightFinding")
  record Finding(
      Kind kind, Severity severity, String subject, List<String> documents, String words) {}
}
