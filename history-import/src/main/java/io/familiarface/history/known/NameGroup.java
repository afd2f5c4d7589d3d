package io.familiarface.history.known;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.history.Destination;
import io.familiarface.history.value.Names;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that a file says of the customers of one name, and all that is held of them. */
final class NameGroup {
  final List<Own.Customer> own = new ArrayList<>();
  final List<There.Customer> there = new ArrayList<>();
  final Set<String> heldKeys = new HashSet<>();

  private final Map<String, Own.Customer> ownCustomers = new HashMap<>();
  private final Map<String, Own.Agreement> ownAgreements = new HashMap<>();
  private final Map<String, There.Customer> thereCustomers = new HashMap<>();
  private final Map<String, There.Agreement> thereAgreements = new HashMap<>();

  /** Takes lines of a file, each after the one that it refers to. */
  void file(Destination kind, long origin, ObjectNode line) {
    switch (kind) {
      case CUSTOMERS -> {
        var customer = new Own.Customer(origin, line);
        own.add(customer);
        ownCustomers.put(customer.key, customer);
      }
      case AGREEMENTS -> {
        var agreement = new Own.Agreement(origin, line);
        ownCustomers.get(line.get("customerExternalId").asText()).agreements.add(agreement);
        ownAgreements.put(agreement.key, agreement);
      }
      case VISITS -> {
        Own.Agreement agreement = ownAgreements.get(line.get("agreementExternalId").asText());
        agreement.visits.add(new Own.Visit(origin, line, agreement));
      }
      case CANCELLATIONS ->
          ownAgreements.get(line.get("agreementExternalId").asText()).cancellation =
              new Own.Cancellation(origin, line);
      case TECHNICIANS -> throw new IllegalArgumentException("Technicians have no customer.");
    }
  }

  /** Takes what is held, each after the one that it refers to. */
  void hold(Destination kind, ObjectNode item, ZoneId zone) {
    if (item.hasNonNull("externalId")) {
      heldKeys.add(item.get("externalId").asText());
    }
    switch (kind) {
      case CUSTOMERS -> {
        var customer = new There.Customer(item);
        there.add(customer);
        thereCustomers.put(item.get("id").asText(), customer);
      }
      case AGREEMENTS -> {
        var agreement = new There.Agreement(item, zone);
        thereCustomers.get(item.get("customerId").asText()).agreements.add(agreement);
        thereAgreements.put(item.get("id").asText(), agreement);
      }
      case VISITS -> {
        There.Agreement agreement = thereAgreements.get(item.path("agreementId").asText());
        if (agreement != null) {
          agreement.visits.add(new There.Visit(item, agreement, zone));
        }
      }
      default -> throw new IllegalArgumentException("Nobody asks for held " + kind.words());
    }
  }

  /** The first key, of those made of this one, that nothing has. */
  String free(String key) {
    String free = key;
    for (int n = 2; !heldKeys.add(free); n++) {
      free = Names.under(key, String.valueOf(n));
    }
    return free;
  }
}
