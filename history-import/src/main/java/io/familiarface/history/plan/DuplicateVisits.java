package io.familiarface.history.plan;

import io.familiarface.history.row.ParsedVisit;
import io.familiarface.history.value.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One customer's visits, each once. Exports have a line for each item of an invoice, and somebody
 * copies a line twice; a visit is still one.
 *
 * @param visits without the lines that say a visit again
 * @param again lines that say a visit again
 * @param contradicting lines with the id of a visit of another day
 */
record DuplicateVisits(
    List<ParsedVisit> visits, List<ParsedVisit> again, List<ParsedVisit> contradicting) {

  static DuplicateVisits among(List<ParsedVisit> byDay) {
    Map<String, ParsedVisit> seen = new HashMap<>();
    DuplicateVisits repeats =
        new DuplicateVisits(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (ParsedVisit visit : byDay) {
      ParsedVisit before = visit.isVisit() ? seen.putIfAbsent(what(visit), visit) : null;
      if (before == null) {
        repeats.visits.add(visit);
      } else if (before.day().equals(visit.day())) {
        repeats.again.add(visit);
      } else {
        repeats.contradicting.add(visit);
      }
    }
    return repeats;
  }

  private static String what(ParsedVisit visit) {
    if (visit.visitId() != null) {
      return visit.visitId();
    }
    return String.join(
        "|",
        String.valueOf(visit.day()),
        String.valueOf(visit.time()),
        visit.program() == null ? "" : Names.plain(visit.program()),
        String.join(" ", visit.technicians()),
        visit.outcome().name());
  }
}
