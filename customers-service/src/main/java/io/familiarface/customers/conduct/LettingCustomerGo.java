package io.familiarface.customers.conduct;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.customer.CustomerChanged;
import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.letter.Letters;
import io.familiarface.customers.letter.Placeholder;
import io.familiarface.customers.letter.TemplateKind;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A customer is let go after all that the policy asks for was tried, and two people agree; it can
 * be undone for a while.
 */
@ApplicationScoped
class LettingCustomerGo {
  private static final String FAREWELL = "farewell";

  private final Customers customers;
  private final Conduct conduct;
  private final LettingsGo lettingsGo;
  private final EndingAgreements agreements;
  private final Letters letters;
  private final LettingGoSettings settings;
  private final Caller caller;
  private final AuditTrail audit;
  private final Event<CustomerChanged> changed;
  private final Clock clock;

  LettingCustomerGo(
      Customers customers,
      Conduct conduct,
      LettingsGo lettingsGo,
      EndingAgreements agreements,
      Letters letters,
      LettingGoSettings settings,
      Caller caller,
      AuditTrail audit,
      Event<CustomerChanged> changed,
      Clock clock) {
    this.customers = customers;
    this.conduct = conduct;
    this.lettingsGo = lettingsGo;
    this.agreements = agreements;
    this.letters = letters;
    this.settings = settings;
    this.caller = caller;
    this.audit = audit;
    this.changed = changed;
    this.clock = clock;
  }

  @Transactional
  LettingGo propose(Ref customer, NewLettingGo details) {
    UUID customerId = customers.lock(customer);
    lettingsGo
        .standing(customerId)
        .ifPresent(
            one -> {
              throw CustomersProblem.LETTING_GO_NOT_DUE.because(
                  "That this customer is let go was proposed at "
                      + one.proposedAt
                      + " by "
                      + one.proposedBy
                      + " already.");
            });
    requirePolicyMet(customerId);
    var one = LettingGo.propose(customerId, details.reason(), caller.name(), clock.instant());
    lettingsGo.persistAndFlush(one);
    record("letting-go.proposed", one, null);
    return one;
  }

  @Transactional
  LettingGo approve(Ref customer) {
    UUID customerId = customers.lock(customer);
    LettingGo one = standing(customerId);
    one.requireApprovableBy(caller.name());
    requirePolicyMet(customerId);
    var ended = agreements.endAll(one.id, customerId);
    LettingGoView before = view(one);
    Instant now = clock.instant();
    one.approve(caller.name(), now, ended, farewell(customerId));
    lettingsGo.flush();
    customers.setLetGo(customerId, true);
    record("letting-go.approved", one, before);
    changed.fire(CustomerChanged.at(now, customerId));
    return one;
  }

  @Transactional
  LettingGo undo(Ref customer, NewUndo details) {
    UUID customerId = customers.lock(customer);
    LettingGo one = standing(customerId);
    Instant now = clock.instant();
    one.requireUndoable(settings.undoWithinDays(), now);
    LettingGoView before = view(one);
    boolean wasLetGo = one.state == LettingGoState.LET_GO;
    one.undo(details.reason(), caller.name(), now);
    lettingsGo.flush();
    record("letting-go.undone", one, before);
    if (wasLetGo) {
      customers.setLetGo(customerId, false);
      changed.fire(CustomerChanged.at(now, customerId));
    }
    return one;
  }

  /** The farewell as a page. */
  @Transactional
  String letter(Ref customer) {
    return lettingsGo
        .standing(customers.idOf(customer))
        .map(one -> one.letter)
        .orElseThrow(
            () -> CustomersProblem.NO_LETTER.because("Nobody has agreed to let them go yet."));
  }

  private String farewell(UUID customerId) {
    var recipient = customers.view(customerId).orElseThrow();
    return letters
        .write(
            FAREWELL,
            TemplateKind.FAREWELL,
            recipient.language(),
            recipient,
            language -> Map.of(Placeholder.APPROVED_BY, caller.name()))
        .page();
  }

  LettingGoStanding standingOf(UUID customerId) {
    return new LettingGoStanding(
        customerId, lettingsGo.last(customerId).map(this::view).orElse(null), missing(customerId));
  }

  LettingGoView view(LettingGo one) {
    return one.view(settings.undoWithinDays());
  }

  private LettingGo standing(UUID customerId) {
    return lettingsGo
        .standing(customerId)
        .orElseThrow(
            () ->
                CustomersProblem.LETTING_GO_NOT_DUE.because(
                    "Nobody has proposed to let this customer go."));
  }

  /** What was tried before letting go was undone does not count a second time. */
  private List<LettingGoPolicy.Missing> missing(UUID customerId) {
    Instant since = lettingsGo.last(customerId).map(one -> one.undoneAt).orElse(Instant.EPOCH);
    var policy =
        new LettingGoPolicy(
            settings.retentionAttempts(),
            settings.managerTalks(),
            settings.writtenWarnings(),
            settings.days());
    return policy.missing(conduct.attempts(customerId, since), clock.instant());
  }

  private void requirePolicyMet(UUID customerId) {
    List<LettingGoPolicy.Missing> missing = missing(customerId);
    if (!missing.isEmpty()) {
      throw CustomersProblem.ATTEMPTS_MISSING
          .start()
          .withDetail(
              "This company lets nobody go before it has tried to keep them. Write down with POST"
                  + " /v1/customers/"
                  + customerId
                  + "/conduct what was tried; what is still missing stands in 'missing'.")
          .with("missing", missing)
          .build();
    }
  }

  private void record(String action, LettingGo one, LettingGoView before) {
    audit.changed(action, "letting-go", one.id, one.customerId, before, view(one));
  }
}
