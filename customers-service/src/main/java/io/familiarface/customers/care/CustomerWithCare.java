package io.familiarface.customers.care;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.familiarface.customers.customer.CustomerView;
import java.util.List;

/**
 * A customer, with how much care they need.
 *
 * @param careLevel null for accounting
 * @param careReasons why, the gravest first; none where the level is normal, null for accounting
 */
public record CustomerWithCare(
    @JsonUnwrapped CustomerView customer, CareLevel careLevel, List<CareReason> careReasons) {}
