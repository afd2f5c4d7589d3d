package io.familiarface.customers.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A customer who was just added.
 *
 * @param similar who may be the same, most alike first: look before you go on, and merge
 */
public record AddedCustomer(@JsonUnwrapped CustomerView customer, List<SimilarCustomer> similar) {}
