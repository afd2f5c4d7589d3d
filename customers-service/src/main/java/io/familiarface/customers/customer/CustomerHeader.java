package io.familiarface.customers.customer;

import java.util.List;
import java.util.UUID;

/**
 * Who a customer is: what stands first wherever they are shown.
 *
 * <p>With it goes how they like to be reached; null where nobody has said.
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
    String branch,
    String phone,
    List<String> otherPhones,
    PreferredChannel preferredChannel,
    String preferredHours,
    String language) {}
