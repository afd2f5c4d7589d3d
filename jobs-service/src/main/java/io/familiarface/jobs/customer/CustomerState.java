package io.familiarface.jobs.customer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.familiarface.rest.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the feed {@code customers} says of one customer; we read what we use and pass over the rest.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CustomerState(
    UUID id,
    String externalId,
    String kind,
    String name,
    String preferredName,
    String branch,
    String status,
    Long revision,
    BurnedBefore burnedBefore,
    List<Trait> traits,
    List<Promise> promises,
    Address address,
    String phone,
    List<Discount> discounts) {

  public CustomerState {
    traits = traits == null ? List.of() : List.copyOf(traits);
    promises = promises == null ? List.of() : List.copyOf(promises);
    discounts = discounts == null ? List.of() : List.copyOf(discounts);
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record BurnedBefore(String what, Instant heardAt) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Trait(
      UUID id,
      String category,
      Boolean pinned,
      String text,
      String heardBy,
      Instant heardAt,
      String standing,
      String said) {

    public boolean isPinned() {
      return Boolean.TRUE.equals(pinned);
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Promise(
      UUID id,
      String kind,
      String text,
      String madeBy,
      Instant madeAt,
      UUID technicianId,
      Instant validUntil,
      String state) {

    private static final String SAME_TECHNICIAN = "SAME_TECHNICIAN";

    public boolean stands() {
      return "STANDING".equals(state);
    }

    /** A promise to send one technician and no other; once broken it can be broken again. */
    public boolean isBrokenBy(UUID technician) {
      return SAME_TECHNICIAN.equals(kind)
          && (stands() || "BROKEN".equals(state))
          && technicianId != null
          && !technicianId.equals(technician);
    }

    public boolean isStillValidAt(Instant at) {
      return validUntil == null || !validUntil.isBefore(at);
    }
  }

  /** What a redeemed certificate takes off: a percentage of one invoice, or an amount. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Discount(UUID certificateId, Integer percent, Money amount, Instant redeemedAt) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Address(
      String line1, String line2, String city, String region, String postalCode, String country) {}

  public String preferredOrFullName() {
    return preferredName != null ? preferredName : name;
  }
}
