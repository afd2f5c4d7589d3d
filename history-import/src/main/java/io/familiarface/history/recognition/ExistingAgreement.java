package io.familiarface.history.recognition;

import io.familiarface.history.line.AgreementLine;
import io.familiarface.history.line.AgreementTerms;
import io.familiarface.history.value.Names;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** An agreement that is held. */
final class ExistingAgreement {
  final AgreementLine line;

  /** Null where nobody has given one: its visits are known, but no line can name it. */
  final String key;

  final List<ExistingVisit> visits = new ArrayList<>();
  ImportedAgreement match;
  private final LocalDate cancelledOn;

  ExistingAgreement(ListedItem.Agreement item, ZoneId zone) {
    line = item.line();
    key = line.externalId();
    cancelledOn = item.cancelledAt() == null ? null : LocalDate.ofInstant(item.cancelledAt(), zone);
  }

  /** Whether a visit of that day may still be one of this agreement. */
  boolean isAlive(LocalDate day) {
    return cancelledOn == null || !day.isAfter(cancelledOn.plusDays(AgreementTerms.DAYS_OF_NOTICE));
  }

  boolean isNamed() {
    return !isOf(AgreementTerms.NO_PROGRAM);
  }

  boolean isOf(String program) {
    return Names.plain(line.program()).equals(Names.plain(program));
  }
}
