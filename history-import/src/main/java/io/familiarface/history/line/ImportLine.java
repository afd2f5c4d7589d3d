package io.familiarface.history.line;

import io.familiarface.history.Destination;

/** One line as the import of a service takes it. Null is left out: unknown. */
public sealed interface ImportLine
    permits TechnicianLine, CustomerLine, AgreementLine, VisitLine, CancellationLine {
  Destination destination();

  /** The key by which the service answers for this line. */
  String externalId();
}
