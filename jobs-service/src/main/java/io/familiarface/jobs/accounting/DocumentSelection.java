package io.familiarface.jobs.accounting;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Some of the documents.
 *
 * @param condition SQL on {@code accounting_document d}, without parameters, for {@code copy} takes
 *     none; besides words of the code only days and UUIDs become part of it
 */
public record DocumentSelection(String condition) {

  /** Those that are found under this id; {@code selectOfIds} ends before it. */
  public static DocumentSelection in(String selectOfIds, UUID id) {
    return new DocumentSelection("d.id in (%s '%s')".formatted(selectOfIds, id));
  }

  /** Null: whenever. */
  DocumentSelection issuedFrom(LocalDate day) {
    return day == null ? this : and("d.issued_on >= '%s'".formatted(day));
  }

  /** Null: whenever. */
  DocumentSelection issuedUntil(LocalDate day) {
    return day == null ? this : and("d.issued_on <= '%s'".formatted(day));
  }

  private DocumentSelection and(String further) {
    return new DocumentSelection(condition + " and " + further);
  }
}
