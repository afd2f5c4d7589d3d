package io.familiarface.jobs.customer;

import java.util.List;
import java.util.UUID;

/**
 * Which certificates a customer has redeemed that take something off, all of them, as often as we
 * are told; in the running transaction.
 */
public record DiscountsTold(UUID customerId, List<CustomerState.Discount> discounts) {}
