package io.familiarface.feed.consumer;

import java.sql.Connection;

/**
 * The circumstances in which events are applied.
 *
 * @param connection the running transaction
 */
public record Delivery(Connection connection) {}
