package io.familiarface.history.company;

import io.familiarface.history.value.Outcome;
import io.familiarface.history.value.Price;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * One line of the file, understood. Null is what the line doesn't say.
 *
 * @param technicians keys, whoever is named first in front
 */
record SeenVisit(
    long line,
    LocalDate day,
    LocalTime time,
    SeenCustomer customer,
    List<String> technicians,
    String visitId,
    Outcome outcome,
    SeenChange change,
    String program,
    Price price,
    SeenCancellation cancellation) {

  String name() {
    return customer.name();
  }

  boolean isCompleted() {
    return outcome == Outcome.COMPLETED;
  }

  /** Called off beforehand: no visit, but the line may say that the customer left. */
  boolean isVisit() {
    return outcome != Outcome.CALLED_OFF;
  }

  boolean hasBeen() {
    return isCompleted() || outcome.isMissed();
  }
}
