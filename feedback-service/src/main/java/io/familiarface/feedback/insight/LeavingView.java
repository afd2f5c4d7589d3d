package io.familiarface.feedback.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.familiarface.feedback.statistics.FalseDiscoveryRate;
import io.familiarface.feedback.statistics.FisherTest;
import io.familiarface.feedback.statistics.Proportion;
import io.familiarface.feedback.words.IntervalView;
import io.familiarface.feedback.words.Rounding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why customers leave: what they said, and what had been done to them. */
@Schema(
    name = "LeavingInsight",
    description = "Why customers leave: what they said, and what had happened to them.")
@JsonInclude(JsonInclude.Include.ALWAYS)
record LeavingView(
    Instant from,
    Instant to,
    @Schema(description = "Agreements that were cancelled.") int cancellations,
    @Schema(description = "Customers who cancelled and had no other agreement left.")
        int customersGone,
    @Schema(
            description =
                "Customers whose agreement came to its end in this time without being cancelled, and"
                    + " who had no other; they are in no other figure here.")
        int customersLapsed,
    @Schema(description = "By the reason on record, the most frequent first.") List<Reason> items,
    @Schema(
            description =
                "What had happened within 180 days to the customers who are gone, each once, beside"
                    + " those who are here: who had an agreement that ran at the end of this time; what"
                    + " sets them apart most first.")
        List<Before> before,
    @Schema(
            description =
                "What those who had left said when they were called, by cause, the most frequent"
                    + " first.")
        List<Told> told,
    @Schema(
            description =
                "What customers said had gone wrong when they were called after a project, by"
                    + " cause, the most frequent first; NOT_SAID where nothing was named.")
        List<Told> toldAfterProjects,
    List<Share> byBranch,
    List<Share> byMonth,
    @Schema(
            description =
                "What was found, in sentences; of what had happened only what stands out.")
        List<String> findings) {

  static final int LOOKED_BACK_DAYS = 180;
  private static final double CHANCE = 0.05;

  /**
   * Customers who left or who are here, as the database counts them.
   *
   * @param dimension REASON, BRANCH, MONTH; LEFT for all cancellations; GONE for the customers who
   *     had no other agreement left, each once; HERE for those whose agreement ran at the end of
   *     the time; LAPSED, of whom nothing else is counted, for those whose last agreement ended
   */
  record Row(
      String dimension,
      String key,
      int customers,
      int complained,
      int promiseBroken,
      int missed,
      int surprised,
      int invoiceTrouble,
      int silent,
      Double csat) {}

  /** What customers said when they left. */
  @Schema(name = "LeavingReason")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Reason(
      @Schema(examples = "TECHNICIAN_CHANGES") String reason,
      int cancellations,
      @Schema(examples = "0.31") BigDecimal share,
      IntervalView interval,
      @Schema(description = "The last mark of those who had given one, on average, 1 to 5.")
          BigDecimal lastCsat) {}

  /** What customers said when they were called. */
  @Schema(name = "ToldAfterLeaving")
  record Told(
      @Schema(description = "A code of the company's own list, or NOT_SAID.", examples = "PRICE")
          String cause,
      int customers) {}

  /** Something that had happened, to those who left and to those who are here. */
  @Schema(name = "BeforeLeaving")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Before(
      Happening what,
      @Schema(examples = "0.4") BigDecimal ofThoseWhoLeft,
      IntervalView ofThoseWhoLeftInterval,
      @Schema(description = "Null while nobody is here.", examples = "0.1")
          BigDecimal ofThoseWhoAreHere,
      @Schema(description = "As many times as often; null where it never happened to those here.")
          BigDecimal times,
      @Schema(
              description =
                  "Whether chance hardly explains the difference: Fisher's exact test, those of all"
                      + " kinds corrected together by Benjamini and Hochberg, at 5 in 100.")
          boolean standsOut) {}

  /** A group's part of all cancellations. */
  @Schema(name = "LeavingShare")
  record Share(
      @Schema(description = "A branch, or a month.", examples = "north") String key,
      int cancellations,
      BigDecimal share) {}

  /** What may have happened to a customer. */
  @Schema(name = "BeforeLeavingKind")
  enum Happening {
    COMPLAINED("had complained", Row::complained),
    PROMISE_BROKEN("had a promise broken", Row::promiseBroken),
    VISIT_MISSED("had waited in vain for a visit", Row::missed),
    SURPRISED("had been surprised", Row::surprised),
    INVOICE_TROUBLE("had trouble with an invoice", Row::invoiceTrouble),
    SAID_NOTHING("had said nothing at all", Row::silent);

    final String words;
    private final ToIntFunction<Row> number;

    Happening(String words, ToIntFunction<Row> number) {
      this.words = words;
      this.number = number;
    }

    private Proportion proportion(Row row) {
      return row == null
          ? new Proportion(0, 0)
          : new Proportion(number.applyAsInt(row), row.customers());
    }
  }

  static LeavingView of(
      InsightPeriod.Span span, List<Row> rows, List<LeavingCounts.Called> called) {
    List<Told> told = told("AFTER_LEAVING", called);
    List<Told> afterProjects = told("AFTER_PROJECT", called);
    Row left = one("LEFT", rows);
    Row gone = one("GONE", rows);
    Row here = one("HERE", rows);
    int all = left == null ? 0 : left.customers();
    int customers = gone == null ? 0 : gone.customers();
    Row ended = one("LAPSED", rows);
    int lapsed = ended == null ? 0 : ended.customers();
    List<Reason> reasons = rows("REASON", rows).map(row -> reason(row, all)).toList();
    List<Before> before = customers == 0 ? List.of() : before(gone, here);
    List<String> findings = findings(all, gone, here, reasons, before, told, afterProjects);
    if (lapsed > 0) {
      findings.add(
          PageWords.number(lapsed, "customer")
              + " let their agreement come to its end and made no other.");
    }
    return new LeavingView(
        span.from(),
        span.to(),
        all,
        customers,
        lapsed,
        reasons,
        before,
        told,
        afterProjects,
        rows("BRANCH", rows).map(row -> share(row, all)).toList(),
        byMonth(rows("MONTH", rows).map(row -> share(row, all)).toList()),
        findings);
  }

  private static List<Told> told(String kind, List<LeavingCounts.Called> called) {
    return called.stream()
        .filter(one -> one.kind().equals(kind))
        .map(one -> new Told(one.cause(), one.customers()))
        .toList();
  }

  /** In order; a month between others in which nobody left is told too. */
  private static List<Share> byMonth(List<Share> shares) {
    SortedMap<YearMonth, Share> months = new TreeMap<>();
    shares.forEach(share -> months.put(YearMonth.parse(share.key()), share));
    return months.isEmpty()
        ? List.of()
        : Stream.iterate(
                months.firstKey(),
                month -> !month.isAfter(months.lastKey()),
                month -> month.plusMonths(1))
            .map(
                month ->
                    months.getOrDefault(month, new Share(month.toString(), 0, BigDecimal.ZERO)))
            .toList();
  }

  private static Row one(String dimension, List<Row> rows) {
    return rows.stream().filter(row -> row.dimension().equals(dimension)).findFirst().orElse(null);
  }

  private static Stream<Row> rows(String dimension, List<Row> rows) {
    return rows.stream()
        .filter(row -> row.dimension().equals(dimension) && row.key() != null)
        .sorted(Comparator.comparing(Row::customers).reversed().thenComparing(Row::key));
  }

  private static Reason reason(Row row, int all) {
    Proportion share = new Proportion(row.customers(), all);
    return new Reason(
        row.key(),
        row.customers(),
        Rounding.to(4, share.value()),
        IntervalView.of(4, share.interval()),
        Rounding.to(2, row.csat()));
  }

  private static Share share(Row row, int all) {
    return new Share(
        row.key(), row.customers(), Rounding.to(4, new Proportion(row.customers(), all).value()));
  }

  private static List<Before> before(Row gone, Row here) {
    Happening[] kinds = Happening.values();
    double[] chance =
        FalseDiscoveryRate.adjusted(
            Arrays.stream(kinds)
                .mapToDouble(
                    what -> FisherTest.pValue(what.proportion(gone), what.proportion(here)))
                .toArray());
    return Arrays.stream(kinds)
        .sorted(Comparator.comparing(what -> -timesAsOften(what, gone, here)))
        .map(what -> before(what, gone, here, chance[what.ordinal()] <= CHANCE))
        .toList();
  }

  private static Before before(Happening what, Row left, Row here, boolean standsOut) {
    Proportion gone = what.proportion(left);
    Double stay = what.proportion(here).value();
    return new Before(
        what,
        Rounding.to(4, gone.value()),
        IntervalView.of(4, gone.interval()),
        Rounding.to(4, stay),
        stay == null || stay == 0 ? null : Rounding.to(2, gone.value() / stay),
        standsOut);
  }

  private static List<String> findings(
      int all,
      Row gone,
      Row here,
      List<Reason> reasons,
      List<Before> before,
      List<Told> told,
      List<Told> afterProjects) {
    List<String> findings = new ArrayList<>();
    if (all == 0) {
      findings.add("Nobody cancelled.");
    } else {
      findings.add(
          "%d %s; most often said: %s."
              .formatted(all, all == 1 ? "cancellation" : "cancellations", mostOften(reasons)));
    }
    before.stream()
        .filter(Before::standsOut)
        .findFirst()
        .flatMap(most -> apart(most, gone, here))
        .ifPresent(findings::add);
    mostNamed("Called afterwards", told).ifPresent(findings::add);
    mostNamed("Called after a project", afterProjects).ifPresent(findings::add);
    return findings;
  }

  private static Optional<String> mostNamed(String when, List<Told> told) {
    return told.stream()
        .filter(one -> !one.cause().equals("NOT_SAID"))
        .findFirst()
        .map(
            one ->
                "%s, most often named: %s (%d)."
                    .formatted(when, PageWords.code(one.cause()), one.customers()));
  }

  /** Of several that were said as often, all. */
  private static String mostOften(List<Reason> reasons) {
    int times = reasons.get(0).cancellations();
    List<String> most =
        reasons.stream()
            .filter(reason -> reason.cancellations() == times)
            .map(reason -> PageWords.code(reason.reason()))
            .toList();
    return "%s (%d%s)"
        .formatted(String.join(" and ", most), times, most.size() == 1 ? "" : " each");
  }

  /**
   * To those who left against those who are here; where it never happened to them, against what
   * their small number leaves open.
   */
  private static double timesAsOften(Happening what, Row left, Row here) {
    if (here == null || here.customers() == 0) {
      return 0;
    }
    Proportion gone = what.proportion(left);
    Proportion stay = what.proportion(here);
    return gone.value() / (stay.some() > 0 ? stay.value() : stay.interval().to());
  }

  private static Optional<String> apart(Before before, Row left, Row here) {
    if (timesAsOften(before.what(), left, here) <= 1) {
      return Optional.empty();
    }
    String had =
        "%s %s within %d days"
            .formatted(
                PageWords.percent(before.ofThoseWhoLeft()), before.what().words, LOOKED_BACK_DAYS);
    return Optional.of(
        before.times() == null
            ? had + ", and of those who are here nobody had."
            : String.format(
                Locale.ENGLISH,
                "%s: %.1f times as many as of those who are here.",
                had,
                before.times().doubleValue()));
  }
}
