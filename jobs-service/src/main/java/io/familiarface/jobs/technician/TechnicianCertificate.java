package io.familiarface.jobs.technician;

import static java.util.Comparator.naturalOrder;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A licence or certificate that a technician holds.
 *
 * @param skill the skill that may be used with it alone; null if it stands for none
 * @param expiresOn its last day; null if it has none
 */
@Schema(name = "TechnicianCertificate")
public record TechnicianCertificate(
    @Schema(examples = "Structural pest control applicator") @NotBlank @Size(max = 200) String name,
    @Schema(examples = "termites", description = "The skill that needs it.")
        @Size(min = 1, max = 100) String skill,
    @Schema(examples = "2027-12-31", description = "The last day on which it is valid.")
        LocalDate expiresOn) {

  boolean isValidOn(LocalDate day) {
    return expiresOn == null || !expiresOn.isBefore(day);
  }

  /** The last day on which all of the skills may be used; empty if that has no end. */
  static Optional<LocalDate> lastDayOf(
      List<String> skills, List<TechnicianCertificate> certificates) {
    return skills.stream()
        .map(skill -> of(skill, certificates))
        .filter(needed -> needed.stream().noneMatch(one -> one.expiresOn == null))
        .flatMap(
            needed ->
                needed.stream().map(TechnicianCertificate::expiresOn).max(naturalOrder()).stream())
        .min(naturalOrder());
  }

  private static List<TechnicianCertificate> of(
      String skill, List<TechnicianCertificate> certificates) {
    return certificates.stream().filter(one -> skill.equals(one.skill)).toList();
  }

  /** The skills that may be used on a day: those without a certificate, or with a valid one. */
  public static List<String> usable(
      List<String> skills, List<TechnicianCertificate> certificates, LocalDate day) {
    return skills.stream()
        .filter(
            skill -> {
              List<TechnicianCertificate> needed = of(skill, certificates);
              return needed.isEmpty() || needed.stream().anyMatch(one -> one.isValidOn(day));
            })
        .toList();
  }
}
