package io.familiarface.jobs.accounting.export;

import static io.familiarface.rest.problem.CommonProblem.INVALID_REQUEST;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A form in which documents go to accounting. */
enum ExportFormat {
  JSON("application/json", "json", Integer.MAX_VALUE),
  CSV("text/csv", "csv", Integer.MAX_VALUE),
  /** QuickBooks Online takes at most 100 invoices a file. */
  QUICKBOOKS_CSV("text/csv", "csv", 100),
  /** Xero takes at most 500 invoices a file. */
  XERO_CSV("text/csv", "csv", 500),
  /** UBL 2.1 by EN 16931: a file is one document, so that it is always a ZIP of files. */
  UBL("application/zip", "xml", 1),
  /** A journal of hledger, payments included. */
  HLEDGER("text/plain", "journal", Integer.MAX_VALUE);

  private static final String ZIP = "application/zip";
  private static final List<ExportFormat> BY_MEDIA_TYPE = List.of(JSON, CSV, HLEDGER, UBL);

  private final String mediaType;
  private final String extension;
  private final int perFile;

  ExportFormat(String mediaType, String extension, int perFile) {
    this.mediaType = mediaType;
    this.extension = extension;
    this.perFile = perFile;
  }

  /** As a query names it; {@code quickbooks-csv} will do as well. */
  static ExportFormat named(String text) {
    String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(values())
        .filter(format -> format.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                INVALID_REQUEST.at(
                    "?format", "format is one of " + Arrays.toString(values()) + "."));
  }

  /**
   * What a reader is sent who names media types only.
   *
   * @param preferred if it is among them, or anything will do
   */
  static ExportFormat accepted(List<MediaType> types, ExportFormat preferred) {
    for (MediaType type : types) {
      if (type.isCompatible(MediaType.valueOf(preferred.mediaType))) {
        return preferred;
      }
      for (ExportFormat format : BY_MEDIA_TYPE) {
        if (type.isCompatible(MediaType.valueOf(format.mediaType))) {
          return format;
        }
      }
    }
    return preferred;
  }

  boolean fitsOneFile(long documents) {
    return this != UBL && documents <= perFile;
  }

  /** What so many documents are sent as: one file, or a ZIP of files. */
  String mediaTypeOf(long documents) {
    return fitsOneFile(documents) ? mediaType : ZIP;
  }

  String extension() {
    return extension;
  }

  int perFile() {
    return perFile;
  }
}
