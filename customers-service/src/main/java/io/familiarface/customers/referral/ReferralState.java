package io.familiarface.customers.referral;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a referral has come. */
@Schema(
    description =
        "ASKED: they have named nobody yet; GIVEN: they have; CONTACTED; "
            + "BECAME_CUSTOMER; DECLINED: nobody was named, or whoever was does not want to.")
public enum ReferralState {
  /** The customer was asked and has named nobody yet. */
  ASKED,
  GIVEN,
  CONTACTED,
  BECAME_CUSTOMER,
  /** Nobody was named, or whoever was named does not want to. */
  DECLINED;

  private static final Map<ReferralState, Set<ReferralState>> MOVES =
      Map.of(
          ASKED, EnumSet.of(GIVEN, DECLINED),
          GIVEN, EnumSet.of(CONTACTED, BECAME_CUSTOMER, DECLINED),
          CONTACTED, EnumSet.of(BECAME_CUSTOMER, DECLINED),
          DECLINED, EnumSet.of(BECAME_CUSTOMER),
          BECAME_CUSTOMER, EnumSet.noneOf(ReferralState.class));

  /** What may come next. */
  Set<ReferralState> next() {
    return MOVES.get(this);
  }
}
