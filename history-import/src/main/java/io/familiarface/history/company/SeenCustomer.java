package io.familiarface.history.company;

/**
 * What one line says of a customer. Null is what it doesn't say.
 *
 * @param company whether it is a company by its name or its column
 * @param home the address as one text that two ways of writing it share
 * @param where as the columns say it, perhaps all of it in the first line
 */
record SeenCustomer(
    String name,
    String id,
    boolean company,
    String phone,
    String email,
    String home,
    Where where,
    String branch) {}
