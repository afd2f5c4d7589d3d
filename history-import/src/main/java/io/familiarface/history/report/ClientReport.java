package io.familiarface.history.report;

/**
 * What came of a list of clients that was given beside the visits.
 *
 * @param file its name; blank without one
 * @param clients in the list
 * @param found customers who were found in it
 * @param notFound customers who were not, or not for certain
 */
public record ClientReport(String file, long clients, long found, long notFound) {
  public static ClientReport none() {
    return new ClientReport("", 0, 0, 0);
  }
}
