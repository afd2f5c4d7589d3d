package io.familiarface.history.line;

import io.familiarface.history.Destination;

/** A technician, of whom a file knows no more than the name. */
public record TechnicianLine(String externalId, String name) implements ImportLine {
  @Override
  public Destination destination() {
    return Destination.TECHNICIANS;
  }
}
