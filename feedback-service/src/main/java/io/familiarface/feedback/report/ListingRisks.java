package io.familiarface.feedback.report;

import io.familiarface.feedback.assessment.CurrentModel;
import io.familiarface.feedback.assessment.CustomerStates;
import io.familiarface.feedback.assessment.StateAsOf;
import io.familiarface.feedback.words.Words;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.risk.engine.Assessment;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.reason.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Somebody looks at who is likely to leave. */
@ApplicationScoped
class ListingRisks {
  private final StoredRisks stored;
  private final CustomerStates states;
  private final CurrentModel model;
  private final Words words;

  ListingRisks(StoredRisks stored, CustomerStates states, CurrentModel model, Words words) {
    this.stored = stored;
    this.states = states;
    this.model = model;
    this.words = words;
  }

  Page<RiskLine> highestFirst(RiskFilter filter, PageRequest page) {
    return Page.of(
        stored.highestFirst(filter, page),
        page,
        line -> Key.of(line.probability(), line.customerId()),
        RiskLine::of);
  }

  Page<RiskLine> byCustomer(RiskFilter filter, PageRequest page) {
    return Page.of(stored.byCustomer(filter, page), page, ListingRisks::customer, RiskLine::of);
  }

  /** By replay: the page is cut by customers, and what the filter lets through is shown of it. */
  Page<RiskLine> at(Instant asOf, RiskFilter filter, PageRequest page) {
    states.requirePast(asOf, "?asOf");
    List<StoredRisks.Line> lines = stored.knownAt(asOf, filter.branch(), page);
    Map<UUID, StateAsOf> known =
        states.at(lines.stream().map(StoredRisks.Line::customerId).toList(), asOf);
    RiskEngine engine = model.engine();
    Wording wording = words.now();
    Page<Optional<RiskLine>> all =
        Page.of(
            lines,
            page,
            ListingRisks::customer,
            line ->
                Optional.ofNullable(known.get(line.customerId()))
                    .map(state -> engine.assess(state.state(), asOf, wording))
                    .filter(ListingRisks::isStillHere)
                    .filter(filter::accepts)
                    .map(assessment -> RiskLine.of(line, assessment)));
    return new Page<>(all.items().stream().flatMap(Optional::stream).toList(), all.nextCursor());
  }

  private static boolean isStillHere(Assessment assessment) {
    return !assessment.standing().gone();
  }

  private static Key customer(StoredRisks.Line line) {
    return Key.of(line.customerId());
  }
}
