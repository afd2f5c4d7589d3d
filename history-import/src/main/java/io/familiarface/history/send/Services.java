package io.familiarface.history.send;

import java.net.URI;
import java.util.function.Supplier;

/**
 * Where the services are, and in whose name they are asked.
 *
 * @param bearer a token of an admin or manager, asked for before each request
 */
public record Services(URI customers, URI jobs, Supplier<String> bearer) {}
