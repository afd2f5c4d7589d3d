package io.familiarface.customers.customer;

import java.util.UUID;

/**
 * Who a customer is: what stands first wherever they are shown.
 *
 * @param photo where the photo is; null while there is none
 */
public record CustomerHeader(
    UUID customerId,
    String externalId,
    Kind kind,
    String name,
    String preferredName,
    String photo,
    Status status,
    String branch) {}
