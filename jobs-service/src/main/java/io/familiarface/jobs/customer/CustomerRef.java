package io.familiarface.jobs.customer;

import java.util.UUID;

/** A customer by id and, where there is one, by the key of another system. */
public record CustomerRef(UUID id, String externalId) {}
