package io.familiarface.history.report;

/** What a person should know about how a file was understood. */
public enum Note {
  REPEATED_HEADER("Lines that repeat the header; passed over"),
  TOTAL_LINE("Lines with a sum of others; passed over"),
  ASIDE("Lines with a single cell, such as a heading or a footnote; passed over"),
  REPEATED_VISIT(
      "Lines that say a visit again (same customer, day, program and technician); it counts once"),
  CALLED_OFF("Visits that were called off or moved beforehand; they are no visits and stay out"),
  STILL_PLANNED(
      "Visits still marked as planned though their day has passed; they stay out until the outcome"
          + " is filled in"),
  NOT_SAID_TO_BE_MADE(
      "Visits of which the file does not say that they were made, though it says so of others; they"
          + " stay out until the outcome is filled in"),
  PLANNED_WITHOUT_ID(
      "Visits to come; they stay out, since agreements plan their own. A column with visit ids"
          + " brings yours in"),
  TEAM(
      "Lines that name several technicians; whoever came the time before, or else the first one"
          + " named, counts as the one who came"),
  ADDRESS_TOO_SHORT("Addresses without a city; they stay out"),
  NO_PRICE("Agreements without a price in the file; it is unknown until somebody enters it"),
  CADENCE_UNKNOWN("Agreements with a single visit; nothing is planned for them"),
  LAPSED(
      "Agreements without a visit for more than two and a half of their intervals, and no"
          + " cancellation; nothing is planned for them. Fill in cancelled_on for those who left"),
  NEW_USUAL_TECHNICIAN(
      "Times that somebody came three times in a row instead of the usual technician, and counts as"
          + " the usual one from the third time on"),
  VISIT_AFTER_CANCELLATION(
      "Visits up to 30 days after the cancellation; both are kept as they are"),
  CAME_BACK(
      "Customers visited more than 30 days after they had cancelled; the cancellation is kept, and"
          + " a second agreement begins with the first visit after it"),
  CANCELLED_BEFORE_ANY_VISIT(
      "Cancellations without a visit before them in the file; they stay out: look at the year"),
  CANCELLED_IN_FUTURE(
      "Cancellations that lie ahead; they stay out: import the file again when the day has come"),
  JOINED(
      "Customers of one name taken for one, as nothing contradicts it; a line that has both, or a"
          + " customer id, says it for certain"),
  ONE_ID_SEVERAL_NAMES(
      "Customers whose id has several names that are not alike; they are one by their id. If they"
          + " are several, correct the ids, or write \"customer_id =\" in a mapping file"),
  CLIENT_UNCLEAR(
      "Customers whose name is in the list of clients, but not for certain: several have it, or are"
          + " reached in another way. Nothing was filled in; a customer id in both lists is"
          + " certain"),
  CLIENT_MISSING("Customers who are not in the list of clients"),
  TAKEN_FOR_SAME(
      "Customers taken for the one of their name who is held, though telephone, e-mail or address"
          + " differ. If they are others, give the list customer ids and import it again"),
  TECHNICIAN_TWICE(
      "Technicians who are held without an external id, and are held a second time now; had the"
          + " first the external id named here, they would be one"),
  KNOWN_ELSEWHERE(
      "Visits that are held under another agreement or customer than this list says; they stay"
          + " where they are"),
  PROGRAM_NOT_SAID(
      "Visits without a program, of customers who hold several agreements; they went to the one"
          + " named here. A column with the program says it for certain"),
  MANY_PROGRAMS(
      "Customers with a different program at nearly every visit; a technician change is seen within"
          + " a program only. If that column is no program, write \"program =\" in a mapping file");

  private final String words;

  Note(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
