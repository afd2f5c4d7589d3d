package io.familiarface.feedback.continuity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.familiarface.feedback.statistics.Mean;
import io.familiarface.feedback.words.IntervalView;
import io.familiarface.feedback.words.Rounding;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many faces customers see, by branch, beside the company's own past. */
@Schema(
    name = "ContinuityInsight",
    description = "How many different technicians customers see, beside the company's own past.")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ContinuityInsight(
    @Schema(examples = "branch") String by,
    @Schema(examples = "P12M") String window,
    Instant from,
    Instant until,
    Group company,
    @Schema(description = "Most customers first.") List<Group> items) {

  /** More branches than that are not told apart. */
  private static final int AT_MOST = 500;

  /** The customers of a branch, or all of them. */
  @Schema(name = "ContinuityOfGroup")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Group(
      @Schema(description = "Null for customers of no branch, and for the company.") String branch,
      @JsonUnwrapped Faces now,
      @Schema(description = "The windows before, the latest first; those without a visit left out.")
          List<Faces> past,
      @Schema(
              description = "Faces a customer more than in the window before; null without one.",
              examples = "0.3")
          BigDecimal change,
      @Schema(
              examples =
                  "north: a customer saw 2.1 technicians within 12 months, 1.8 in those before.")
          String text) {}

  /** What customers saw within one window, on average; each customer counts once. */
  @Schema(name = "Faces")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Faces(
      Instant from,
      Instant until,
      @Schema(description = "Customers who were visited.") int customers,
      long visits,
      @Schema(description = "Different technicians a customer.", examples = "2.1") BigDecimal faces,
      IntervalView facesInterval,
      @Schema(description = "UPC on average.", examples = "0.81") BigDecimal usualProvider,
      @Schema(description = "COC by Bice and Boxerman on average; of those visited twice or more.")
          BigDecimal bb) {}

  /**
   * @param bounds of the windows in the order of time
   */
  static ContinuityInsight of(
      Window window, List<Instant> bounds, List<ContinuityCounts.Row> rows) {
    Map<String, Map<Integer, ContinuityCounts.Row>> branches = new LinkedHashMap<>();
    Map<Integer, ContinuityCounts.Row> company = new LinkedHashMap<>();
    for (ContinuityCounts.Row row : rows) {
      (row.company()
              ? company
              : branches.computeIfAbsent(row.branch(), branch -> new LinkedHashMap<>()))
          .put(row.period(), row);
    }
    int windows = bounds.size() - 1;
    List<Group> items = new ArrayList<>();
    branches.forEach((branch, of) -> items.add(group(branch, nameOf(branch), window, bounds, of)));
    items.sort(
        Comparator.comparing((Group group) -> group.now().customers())
            .reversed()
            .thenComparing(Group::branch, Comparator.nullsLast(Comparator.naturalOrder())));
    return new ContinuityInsight(
        "branch",
        window.length().toString(),
        bounds.get(windows - 1),
        bounds.get(windows),
        group(null, "The whole company", window, bounds, company),
        items.stream().filter(group -> group.now().customers() > 0).limit(AT_MOST).toList());
  }

  private static String nameOf(String branch) {
    return branch == null ? "No branch" : branch;
  }

  private static Group group(
      String branch,
      String name,
      Window window,
      List<Instant> bounds,
      Map<Integer, ContinuityCounts.Row> rows) {
    int latest = bounds.size() - 1;
    Faces now = faces(bounds, latest, rows.get(latest));
    List<Faces> past = new ArrayList<>();
    for (int period = latest - 1; period >= 1; period--) {
      if (rows.containsKey(period)) {
        past.add(faces(bounds, period, rows.get(period)));
      }
    }
    ContinuityCounts.Row before = rows.get(latest - 1);
    Double change =
        before == null || now.customers() == 0 ? null : rows.get(latest).faces() - before.faces();
    return new Group(
        branch, now, past, Rounding.to(2, change), text(name, window, rows.get(latest), before));
  }

  private static Faces faces(List<Instant> bounds, int period, ContinuityCounts.Row row) {
    Instant from = bounds.get(period - 1);
    Instant until = bounds.get(period);
    if (row == null) {
      return new Faces(from, until, 0, 0, null, null, null, null);
    }
    Mean mean = new Mean(row.customers(), row.faces(), row.deviation());
    return new Faces(
        from,
        until,
        row.customers(),
        row.visits(),
        Rounding.to(2, mean.value()),
        IntervalView.of(2, mean.interval()),
        Rounding.to(4, row.usualProvider()),
        Rounding.to(4, row.bb()));
  }

  private static String text(
      String name, Window window, ContinuityCounts.Row now, ContinuityCounts.Row before) {
    if (now == null) {
      return "%s: nobody was visited within %s.".formatted(name, window.words());
    }
    return String.format(
            Locale.ENGLISH,
            "%s: a customer saw %.1f technicians within %s",
            name,
            now.faces(),
            window.words())
        + (before == null
            ? "."
            : String.format(Locale.ENGLISH, ", %.1f in those before.", before.faces()));
  }
}
