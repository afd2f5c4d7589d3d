package io.familiarface.feed.consumer;

import java.sql.Connection;

/**
 * The circumstances in which events are applied.
 *
 * @param connection the running transaction
 * @param rebuilding whether derived state is being made anew from old events: change nothing but
 *     derived tables and tell nobody
 */
public record Delivery(Connection connection, boolean rebuilding) {}
