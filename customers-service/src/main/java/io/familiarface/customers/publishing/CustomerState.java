package io.familiarface.customers.publishing;

import io.familiarface.customers.certificate.Discount;
import io.familiarface.customers.customer.Address;
import io.familiarface.customers.customer.BurnedBefore;
import io.familiarface.customers.customer.CustomerView;
import io.familiarface.customers.customer.Kind;
import io.familiarface.customers.customer.PreferredChannel;
import io.familiarface.customers.customer.Status;
import io.familiarface.customers.decision.Breach;
import io.familiarface.customers.decision.PromiseState;
import io.familiarface.customers.interaction.InteractionView;
import io.familiarface.customers.interaction.Mood;
import io.familiarface.customers.person.PersonView;
import io.familiarface.customers.promise.PromiseKind;
import io.familiarface.customers.promise.PromiseView;
import io.familiarface.customers.site.SiteView;
import io.familiarface.customers.trait.Category;
import io.familiarface.customers.trait.Standing;
import io.familiarface.customers.trait.TraitView;
import io.familiarface.rest.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All that the other services need to know of a customer: the data of an event of the feed {@code
 * customers}, whom to ask for and where to go included. E-mail addresses and photos stay here.
 *
 * @param lastInboundAt when they last came to us themselves, whatever their mood; null for never
 */
record CustomerState(
    UUID id,
    String externalId,
    Kind kind,
    String name,
    String preferredName,
    String language,
    String phone,
    PreferredChannel preferredChannel,
    String preferredHours,
    Address address,
    String branch,
    Instant createdAt,
    Status status,
    long revision,
    BurnedBefore burnedBefore,
    List<PersonSnapshot> people,
    List<SiteSnapshot> sites,
    List<TraitSnapshot> traits,
    List<PromiseSnapshot> promises,
    List<MoodSnapshot> moods,
    Instant lastInboundAt,
    List<DiscountSnapshot> discounts) {

  static CustomerState of(
      CustomerView customer,
      long revision,
      List<PersonView> people,
      List<SiteView> sites,
      List<TraitView> traits,
      List<PromiseView> promises,
      List<InteractionView> talksWithMood,
      Instant lastInboundAt,
      List<Discount> discounts) {
    return new CustomerState(
        customer.id(),
        customer.externalId(),
        customer.kind(),
        customer.name(),
        customer.preferredName(),
        customer.language(),
        customer.phone(),
        customer.preferredChannel(),
        customer.preferredHours(),
        customer.address(),
        customer.branch(),
        customer.createdAt(),
        customer.status(),
        revision,
        customer.burnedBefore(),
        people.stream().map(PersonSnapshot::from).toList(),
        sites.stream().map(SiteSnapshot::from).toList(),
        traits.stream().map(TraitSnapshot::from).toList(),
        promises.stream().map(PromiseSnapshot::from).toList(),
        talksWithMood.stream().map(MoodSnapshot::from).toList(),
        lastInboundAt,
        discounts.stream().map(DiscountSnapshot::from).toList());
  }

  /** Whom to ask for. */
  record PersonSnapshot(
      UUID id, String name, String role, String preferredName, String language, String phone) {

    static PersonSnapshot from(PersonView person) {
      return new PersonSnapshot(
          person.id(),
          person.name(),
          person.role(),
          person.preferredName(),
          person.language(),
          person.phone());
    }
  }

  /** Where else to go. */
  record SiteSnapshot(UUID id, String name, Address address, String phone, String note) {

    static SiteSnapshot from(SiteView site) {
      return new SiteSnapshot(site.id(), site.name(), site.address(), site.phone(), site.note());
    }
  }

  record TraitSnapshot(
      UUID id,
      Category category,
      boolean pinned,
      String text,
      String heardBy,
      Instant heardAt,
      Standing standing,
      String said) {

    static TraitSnapshot from(TraitView trait) {
      return new TraitSnapshot(
          trait.id(),
          trait.category(),
          trait.pinned(),
          trait.text(),
          trait.heardBy(),
          trait.heardAt(),
          trait.standing(),
          trait.said());
    }
  }

  record PromiseSnapshot(
      UUID id,
      String externalId,
      PromiseKind kind,
      String text,
      String madeBy,
      Instant madeAt,
      UUID technicianId,
      Instant validUntil,
      PromiseState state,
      Instant decidedAt,
      Evidence decidedBy,
      List<Breach> breaches) {

    static PromiseSnapshot from(PromiseView promise) {
      return new PromiseSnapshot(
          promise.id(),
          promise.externalId(),
          promise.kind(),
          promise.text(),
          promise.madeBy(),
          promise.madeAt(),
          promise.technicianId(),
          promise.validUntil(),
          promise.state(),
          promise.decidedAt(),
          Evidence.from(promise.decidedBy()),
          promise.breaches());
    }
  }

  /** The visit that decided a promise. */
  record Evidence(String type, UUID id) {

    static Evidence from(PromiseView.DecidedBy decidedBy) {
      return decidedBy == null || decidedBy.id() == null
          ? null
          : new Evidence(decidedBy.type(), decidedBy.id());
    }
  }

  record MoodSnapshot(UUID interactionId, Instant at, Mood mood) {

    static MoodSnapshot from(InteractionView talk) {
      return new MoodSnapshot(talk.id(), talk.at(), talk.mood());
    }
  }

  /** What a redeemed certificate takes off: either of the two. */
  record DiscountSnapshot(UUID certificateId, Integer percent, Money amount, Instant redeemedAt) {

    static DiscountSnapshot from(Discount discount) {
      return new DiscountSnapshot(
          discount.certificateId(), discount.percent(), discount.amount(), discount.redeemedAt());
    }
  }
}
