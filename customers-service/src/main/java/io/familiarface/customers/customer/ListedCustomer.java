package io.familiarface.customers.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A customer in a list.
 *
 * @param match the field in which what was typed was found; null in a list without {@code q}
 */
public record ListedCustomer(
    @JsonUnwrapped CustomerView customer,
    @Schema(enumeration = {"name", "preferredName", "people", "phone", "address", "sites", "email"})
        String match) {}
