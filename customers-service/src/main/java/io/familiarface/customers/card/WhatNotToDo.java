package io.familiarface.customers.card;

import io.familiarface.customers.customer.CustomerHeader;
import io.familiarface.customers.customer.Status;
import io.familiarface.customers.promise.PromiseKind;
import io.familiarface.customers.trait.Category;
import io.familiarface.customers.trait.Standing;
import io.familiarface.customers.trait.TraitView;
import java.util.ArrayList;
import java.util.List;

/** What would make it worse, the gravest first. */
final class WhatNotToDo {
  private WhatNotToDo() {}

  static List<String> of(
      CustomerHeader customer,
      List<TraitView> traits,
      Card.PromiseLists promises,
      Card.Sentiment sentiment) {
    List<String> dont = new ArrayList<>();
    if (customer.status() == Status.LET_GO) {
      dont.add("Do not offer or plan anything new: we have let them go.");
    }
    promises.standingPromises().stream()
        .filter(promise -> promise.kind() == PromiseKind.SAME_TECHNICIAN)
        .forEach(promise -> dont.add("Do not send anybody else. We promised: " + promise.text()));
    traits.stream()
        .filter(trait -> trait.category() == Category.SENSITIVITY)
        .forEach(trait -> dont.add("Mind this: " + trait.text()));
    traits.stream()
        .filter(trait -> trait.standing() == Standing.DECLINED_UP_FRONT)
        .forEach(trait -> dont.add("Do not promise what we declined: " + trait.text()));
    if (!promises.brokenPromises().isEmpty()) {
      dont.add("Do not make light of what we promised and broke.");
    }
    if (!sentiment.openComplaints().isEmpty()) {
      dont.add("Do not ask for a review or a referral while a complaint is open.");
    }
    return List.copyOf(dont);
  }
}
