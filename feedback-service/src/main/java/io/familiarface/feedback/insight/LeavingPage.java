package io.familiarface.feedback.insight;

import io.familiarface.feedback.plot.Chart;
import io.familiarface.feedback.plot.Figure;
import io.familiarface.feedback.plot.PlotPage;
import io.familiarface.feedback.plot.Table;
import java.util.List;

/** Why customers leave, as a page. */
final class LeavingPage {
  private static final int BARS = 6;

  private LeavingPage() {}

  static PlotPage of(LeavingView view, PageWords words) {
    return new PlotPage(
        "Why customers leave",
        "%s: %s, %s gone, %d let their agreement end"
            .formatted(
                words.period(view.from(), view.to()),
                PageWords.number(view.cancellations(), "cancellation"),
                PageWords.number(view.customersGone(), "customer"),
                view.customersLapsed()),
        view.findings(),
        List.of(
            new Figure(
                "What they said",
                bars(view.items().stream().limit(BARS).map(LeavingPage::share).toList()),
                "Cancellations by the reason on record."),
            new Figure(
                "When they went",
                bars(
                    view.byMonth().stream()
                        .skip(Math.max(0, view.byMonth().size() - BARS))
                        .toList()),
                "Cancellations by month, the latest.")),
        List.of(
            new Table(
                "What they said",
                List.of("reason", "cancellations", "share", "last mark"),
                view.items().stream()
                    .map(
                        reason ->
                            List.of(
                                PageWords.code(reason.reason()),
                                String.valueOf(reason.cancellations()),
                                PageWords.percent(reason.share())
                                    + PageWords.percent(reason.interval()),
                                PageWords.text(reason.lastCsat())))
                    .toList()),
            told("What they said when they were called", view.told()),
            told(
                "What customers said when they were called after a project",
                view.toldAfterProjects()),
            new Table(
                "What had happened to them within %d days".formatted(LeavingView.LOOKED_BACK_DAYS),
                List.of("what", "of those who left", "of those who are here", "times", "chance?"),
                view.before().stream()
                    .map(
                        before ->
                            List.of(
                                before.what().words,
                                PageWords.percent(before.ofThoseWhoLeft())
                                    + PageWords.percent(before.ofThoseWhoLeftInterval()),
                                PageWords.percent(before.ofThoseWhoAreHere()),
                                PageWords.text(before.times()),
                                before.standsOut() ? "stands out" : "may be chance"))
                    .toList())),
        List.of(
            "A reason on record is what was said, not always what it was. Those who left are customers"
                + " who had no other agreement left, each once. What stands out is what Fisher's exact"
                + " test and the correction of Benjamini and Hochberg (1995) for looking at six things"
                + " leave; it need not be why they left."));
  }

  private static Table told(String caption, List<LeavingView.Told> told) {
    return new Table(
        caption,
        List.of("cause", "customers"),
        told.stream()
            .map(one -> List.of(PageWords.code(one.cause()), String.valueOf(one.customers())))
            .toList());
  }

  private static LeavingView.Share share(LeavingView.Reason reason) {
    return new LeavingView.Share(
        PageWords.code(reason.reason()), reason.cancellations(), reason.share());
  }

  private static Chart bars(List<LeavingView.Share> shares) {
    double most = shares.stream().mapToInt(LeavingView.Share::cancellations).max().orElse(1);
    return new Chart("Cancellations", "", "cancellations", 1, most * 1.15)
        .columns(
            shares.stream().map(LeavingView.Share::key).toList(),
            shares.stream().map(share -> (double) share.cancellations()).toList(),
            shares.stream().map(share -> String.valueOf(share.cancellations())).toList());
  }
}
