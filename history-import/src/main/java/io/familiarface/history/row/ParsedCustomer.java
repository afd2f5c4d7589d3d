package io.familiarface.history.row;

import io.familiarface.history.value.Address;

/**
 * What one line says of a customer. Null is what it doesn't say.
 *
 * @param company whether it is a company by its name or its column
 * @param home the address as one text that two ways of writing it share
 * @param address as the columns say it, perhaps all of it in the first line
 */
public record ParsedCustomer(
    String name,
    String id,
    boolean company,
    String phone,
    String email,
    String home,
    Address address,
    String branch) {}
