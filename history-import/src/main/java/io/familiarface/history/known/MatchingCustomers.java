package io.familiarface.history.known;

import io.familiarface.history.report.Note;
import io.familiarface.history.report.Notes;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongBiFunction;

/**
 * Finds the customers of a file, all of one name, among those held. Their keys depend on what else
 * was in the file, so it goes by what tells people apart: the company's ids, then telephone, e-mail
 * and home, then the visits they share. Where nothing tells, somebody must say; nobody is guessed.
 */
final class MatchingCustomers {
  private final MatchingVisits visits;
  private final Notes notes;

  MatchingCustomers(MatchingVisits visits, Notes notes) {
    this.visits = visits;
    this.notes = notes;
  }

  void match(List<Own.Customer> own, List<There.Customer> there) {
    byMost(own, there, (o, t) -> isKnownKey(o, t) ? 1 : 0);
    byMost(own, there, (o, t) -> o.marks.stream().filter(t.marks::contains).count());
    for (Own.Customer customer : own) {
      if (customer.match != null) {
        visits.match(customer.visits(), customer.match.visits());
      }
    }
    byMost(own, there, (o, t) -> visits.shared(o.visits(), t.visits()));
    theRest(own, there);
    withoutKey(own);
    for (Own.Customer customer : own) {
      if (customer.match != null) {
        visits.match(customer.visits(), customer.match.visits());
      }
    }
    visits.match(
        own.stream().flatMap(customer -> customer.visits().stream()).toList(),
        there.stream().flatMap(customer -> customer.visits().stream()).toList());
  }

  /** A key made of the name alone is whoever's was first; any other key is one customer's. */
  private static boolean isKnownKey(Own.Customer own, There.Customer there) {
    return there.key != null
        && (there.key.equals(own.spareKey) || (own.given && there.key.equals(own.key)));
  }

  private static boolean mayBeOne(Own.Customer own, There.Customer there) {
    return own.match == null
        && there.match == null
        && (!own.given || there.made || own.key.equals(there.key));
  }

  /** Pairs those with the most in common first, until nobody has anything in common. */
  private static void byMost(
      List<Own.Customer> own,
      List<There.Customer> there,
      ToLongBiFunction<Own.Customer, There.Customer> common) {
    while (true) {
      Own.Customer bestOwn = null;
      There.Customer bestThere = null;
      long most = 0;
      for (Own.Customer o : own) {
        for (There.Customer t : there) {
          long has = mayBeOne(o, t) ? 2 * common.applyAsLong(o, t) : 0;
          has += has > 0 && o.key.equals(t.key) ? 1 : 0;
          if (has > most) {
            most = has;
            bestOwn = o;
            bestThere = t;
          }
        }
      }
      if (bestOwn == null) {
        return;
      }
      pair(bestOwn, bestThere);
    }
  }

  /** Whoever alone is left on both sides is the same: a new telephone number is no new customer. */
  private void theRest(List<Own.Customer> own, List<There.Customer> there) {
    List<Own.Customer> open = own.stream().filter(customer -> customer.match == null).toList();
    for (Own.Customer customer : open) {
      List<There.Customer> possible = there.stream().filter(t -> mayBeOne(customer, t)).toList();
      if (possible.isEmpty()) {
        continue;
      }
      There.Customer only = possible.get(0);
      boolean other = Marks.contradict(customer.marks, only.marks);
      if (other && only.key == null) {
        continue;
      }
      if (open.size() > 1 || possible.size() > 1 || (other && there.size() > 1)) {
        customer.undecided =
            "%s: this name is held for %d (%s), and neither phone, e-mail, address nor a visit tells which is meant. Fill in one that is held, or the customer id that is held."
                .formatted(
                    customer.name(),
                    there.size(),
                    String.join(", ", there.stream().map(MatchingCustomers::key).toList()));
        continue;
      }
      if (other) {
        notes.add(
            Note.TAKEN_FOR_SAME,
            customer.origin,
            "%s, now with %s instead of %s (%s)"
                .formatted(customer.name(), words(customer.marks), words(only.marks), only.key));
      }
      pair(customer, only);
    }
  }

  /** Entered by hand, and not by an import: a second one must not be made beside. */
  private static void withoutKey(List<Own.Customer> own) {
    for (Own.Customer customer : own) {
      if (customer.match != null && customer.match.key == null) {
        customer.undecided =
            "%s is held without an external id, so that no line can name this customer: give the one who is held the external id %s, then import again."
                .formatted(customer.name(), customer.key);
      }
    }
  }

  private static String key(There.Customer there) {
    return there.key == null ? "one without an external id" : there.key;
  }

  private static String words(Set<String> marks) {
    return String.join(", ", marks.stream().sorted().toList());
  }

  private static void pair(Own.Customer own, There.Customer there) {
    own.match = there;
    there.match = own;
  }
}
