package io.familiarface.feedback.assessment;

import io.familiarface.feedback.history.Change;
import io.familiarface.feedback.history.Erasures;
import io.familiarface.feedback.history.SignalStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes in what happened to customers, and assesses those whom it concerns, all in the running
 * transaction. Says the same whatever the order and however often it is told.
 */
@ApplicationScoped
public class TakingNews {
  private final Erasures erasures;
  private final SignalStore signals;
  private final RiskStore risks;
  private final Assessing assessing;

  TakingNews(Erasures erasures, SignalStore signals, RiskStore risks, Assessing assessing) {
    this.erasures = erasures;
    this.signals = signals;
    this.risks = risks;
    this.assessing = assessing;
  }

  public void take(Collection<Change> told) {
    List<Change> changes = newestOfThePresent(told);
    if (changes.isEmpty()) {
      return;
    }
    Map<UUID, CustomerRisk> before =
        risks.lock(changes.stream().map(Change::customerId).collect(Collectors.toSet()));
    Map<Change.Name, Change> known = signals.known(changes);
    List<Change> fresh =
        changes.stream().filter(change -> change.newerThan(known.get(change.name()))).toList();
    signals.write(fresh);
    Map<UUID, News> news = News.of(fresh, known);
    before.keySet().retainAll(news.keySet());
    assessing.assess(before, news);
  }

  private List<Change> newestOfThePresent(Collection<Change> told) {
    Map<Change.Name, Change> newest = new HashMap<>();
    for (Change change : erasures.spare(told, Change::customerId)) {
      if (change.newerThan(newest.get(change.name()))) {
        newest.put(change.name(), change);
      }
    }
    return List.copyOf(newest.values());
  }
}
