package io.familiarface.customers.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CertificateRulesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final UUID[] PEOPLE = {new UUID(0, 1), new UUID(0, 2), new UUID(0, 3)};

  /** Days from today on which one of three people tries to redeem it. */
  @Property
  void it_is_redeemed_by_the_first_who_may_on_a_day_on_which_it_is_valid_and_never_again(
      @ForAll boolean transferable,
      @ForAll @IntRange(min = -3, max = 3) int validFor,
      @ForAll @Size(max = 12) List<@IntRange(max = 20) Integer> tries) {
    Certificate certificate = certificate(transferable, TODAY.plusDays(validFor));
    boolean isRedeemed = false;
    for (int each : tries) {
      UUID redeemer = PEOPLE[each % 3];
      LocalDate day = TODAY.plusDays(each / 3 - 3);
      boolean may =
          !isRedeemed
              && !day.isAfter(certificate.validUntil)
              && transferable != redeemer.equals(certificate.customerId);
      assertThat(isRedeemable(certificate, redeemer, day)).isEqualTo(may);
      if (may) {
        certificate.redeem(redeemer, null, "Maria", NOW);
        isRedeemed = true;
      }
      assertThat(certificate.view(day).state() == CertificateState.REDEEMED).isEqualTo(isRedeemed);
    }
  }

  private static boolean isRedeemable(Certificate certificate, UUID redeemer, LocalDate day) {
    try {
      certificate.requireRedeemable(redeemer, day);
      return true;
    } catch (HttpProblem refused) {
      assertThat(refused.getStatusCode()).isEqualTo(409);
      return false;
    }
  }

  private static Certificate certificate(boolean transferable, LocalDate validUntil) {
    var details =
        new NewCertificate(
            null, CertificateKind.GIFT, null, null, "Pie", PEOPLE[0], null, transferable, null);
    return Certificate.issue(PEOPLE[0], details, validUntil, "Maria", NOW);
  }
}
