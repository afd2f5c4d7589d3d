package io.familiarface.rest.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether the audit trail is as it was written.
 *
 * @param entries how many were looked at; what came after the last seal is not proved yet
 * @param sealedUntil the time of the last entry that is proved; null for none
 * @param head the last seal, to be noted outside of this database and asked with later
 * @param broken where it is not as it was written, oldest first; at most a hundred
 */
@Schema(name = "AuditVerification")
record AuditVerification(
    State state,
    Instant from,
    int seals,
    long entries,
    Instant sealedUntil,
    @Schema(examples = "17-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String head,
    List<Broken> broken) {
  private static final int BROKEN_SHOWN = 100;
  private static final int ENTRIES_NAMED = 20;

  /** Whether it is. */
  @Schema(name = "AuditVerificationState")
  enum State {
    INTACT,
    BROKEN
  }

  /**
   * A run of entries that is not as it was written.
   *
   * @param seal the number of the seal that does not hold; null for one that was noted and is gone
   * @param entryIds the entries of which the states were changed, as far as that can be told; at
   *     most twenty
   */
  @Schema(name = "BrokenSeal")
  record Broken(Long seal, Instant from, Instant until, List<UUID> entryIds, String text) {

    static Broken of(AuditSeals.Checked seal) {
      return new Broken(
          seal.number(),
          seal.fromAt(),
          seal.untilAt(),
          seal.changed().stream().limit(ENTRIES_NAMED).toList(),
          words(seal));
    }

    private static String words(AuditSeals.Checked seal) {
      if (!seal.follows()) {
        return "The seal before this one is missing.";
      }
      if (seal.entries() != seal.found()) {
        return "%d entries were sealed here, and there are %d."
            .formatted(seal.entries(), seal.found());
      }
      return seal.changed().isEmpty()
          ? "An entry, this seal or the one before it was changed."
          : "What %d of the entries say of before and after was changed."
              .formatted(seal.changed().size());
    }
  }

  /**
   * @param noted whether the seal that was noted is there; true if none was asked for
   */
  static AuditVerification of(
      Instant from, List<AuditSeals.Checked> seals, AuditSeals.Head head, boolean noted) {
    List<Broken> broken = new ArrayList<>();
    if (!noted) {
      broken.add(
          new Broken(
              null, null, null, List.of(), "The seal that was noted is not there any more."));
    }
    seals.stream()
        .filter(seal -> !isIntact(seal))
        .limit(BROKEN_SHOWN - (long) broken.size())
        .map(Broken::of)
        .forEach(broken::add);
    return new AuditVerification(
        broken.isEmpty() ? State.INTACT : State.BROKEN,
        from,
        seals.size(),
        seals.stream().mapToLong(AuditSeals.Checked::found).sum(),
        head.untilAt(),
        head.number() + "-" + head.hash(),
        broken);
  }

  private static boolean isIntact(AuditSeals.Checked seal) {
    return seal.follows() && Boolean.TRUE.equals(seal.holds()) && seal.changed().isEmpty();
  }
}
