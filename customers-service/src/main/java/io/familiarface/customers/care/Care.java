package io.familiarface.customers.care;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How much care a customer needs: as much as the gravest of the reasons asks for.
 *
 * @param careReasons why, the gravest first; none where the level is normal
 */
public record Care(CareLevel careLevel, List<CareReason> careReasons) {

  public static Care of(CareFacts facts) {
    List<CareReason> reasons =
        Arrays.stream(CareRule.values())
            .flatMap(rule -> rule.on(facts).stream())
            .sorted(
                Comparator.comparing(CareReason::level).reversed().thenComparing(CareReason::code))
            .toList();
    return new Care(reasons.isEmpty() ? CareLevel.NORMAL : reasons.get(0).level(), reasons);
  }
}
