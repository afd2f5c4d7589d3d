package io.familiarface.history.report;

import io.familiarface.history.Destination;
import java.util.List;
import java.util.Map;

/**
 * What a file says and how it was understood: the dry run.
 *
 * @param rows lines below the header that are not blank
 * @param questions what must be answered before anything can come in; empty when all is clear
 * @param lines import lines to send, by destination
 * @param probablySame groups of technicians that are probably one person each, as names with counts
 * @param sameTechnician ready lines for a mapping file that would take them together
 * @param writtenDifferently people whose name differs in blanks, capitals and apostrophes only:
 *     taken as one
 * @param clients what came of a list of clients beside the visits
 * @param similarCustomers customers who are probably the same: nobody is taken together unasked
 * @param sameName customers of one name who were kept apart
 * @param cadences how often agreements are visited, guessed from the dates, with counts
 * @param rejected the first of the rejected lines
 */
public record HistoryReport(
    String file,
    long bytes,
    String encoding,
    String separator,
    long headerLine,
    String preset,
    long rows,
    List<ColumnReport> columns,
    List<String> unusedColumns,
    List<String> questions,
    Map<Destination, Long> lines,
    List<List<String>> probablySame,
    List<String> sameTechnician,
    List<String> writtenDifferently,
    ClientReport clients,
    SimilarCustomers similarCustomers,
    List<String> sameName,
    long sameNameCount,
    Map<String, Long> cadences,
    List<Notes.Counted> notes,
    List<RejectedLine> rejected,
    long rejectedCount) {

  /** Whether it can be sent. */
  public boolean isClear() {
    return questions.isEmpty();
  }

  /** The whole report for one terminal. */
  @Override
  public String toString() {
    return ReportText.of(this);
  }
}
