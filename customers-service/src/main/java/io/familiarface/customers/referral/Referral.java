package io.familiarface.customers.referral;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.rest.Ids;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.Instants;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
class Referral {

  @Id UUID id;
  @Version long version;
  String externalId;
  UUID byCustomerId;

  @Enumerated(EnumType.STRING)
  ReferralSource source;

  Instant askedAt;
  String askedBy;
  String name;
  String phone;
  String email;
  String note;

  @Enumerated(EnumType.STRING)
  ReferralState state;

  Instant givenAt;
  Instant contactedAt;
  String contactedBy;
  Instant decidedAt;
  String decidedBy;
  UUID customerId;

  protected Referral() {}

  static Referral create(UUID byCustomerId, NewReferral details, String caller, Instant askedAt) {
    var referral = new Referral();
    referral.id = Ids.next();
    referral.externalId = details.externalId();
    referral.byCustomerId = byCustomerId;
    referral.source = details.source() == null ? ReferralSource.OTHER : details.source();
    referral.askedAt = Instants.toMicros(askedAt);
    referral.askedBy = details.askedBy() == null ? caller : details.askedBy();
    referral.name = details.name();
    referral.phone = details.phone();
    referral.email = details.email();
    referral.note = details.note();
    boolean isGiven = details.name() != null;
    referral.state = isGiven ? ReferralState.GIVEN : ReferralState.ASKED;
    referral.givenAt = isGiven ? referral.askedAt : null;
    return referral;
  }

  /** Takes the next step, if it may come next. */
  void move(NewReferralState step, UUID newcomer, String caller, Instant when) {
    if (!state.next().contains(step.state())) {
      throw CustomersProblem.REFERRAL_STEP_NOT_DUE.because(
          "This referral is %s; what may come next: %s."
              .formatted(state, state.next().isEmpty() ? "nothing" : state.next()));
    }
    Instant at = Instants.toMicros(when);
    if (at.isBefore(askedAt)) {
      throw CommonProblem.INVALID_REQUEST.at("/at", "They were asked only at " + askedAt + ".");
    }
    name = step.name() == null ? name : step.name();
    phone = step.phone() == null ? phone : step.phone();
    email = step.email() == null ? email : step.email();
    note = step.note() == null ? note : step.note();
    switch (step.state()) {
      case GIVEN -> {
        requireNamed();
        givenAt = at;
      }
      case CONTACTED -> {
        contactedAt = at;
        contactedBy = caller;
      }
      case BECAME_CUSTOMER -> {
        requireNewcomer(newcomer);
        customerId = newcomer;
        givenAt = givenAt == null ? at : givenAt;
        decidedAt = at;
        decidedBy = caller;
      }
      default -> {
        decidedAt = at;
        decidedBy = caller;
      }
    }
    state = step.state();
  }

  private void requireNamed() {
    if (name == null) {
      throw CommonProblem.INVALID_REQUEST.at("/name", "Say whom they named.");
    }
  }

  private void requireNewcomer(UUID newcomer) {
    if (newcomer == null) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/customerId", "Say which customer they are. Add the customer first.");
    }
    if (newcomer.equals(byCustomerId)) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/customerId", "Nobody is brought by themselves: this is who recommended us.");
    }
  }
}
