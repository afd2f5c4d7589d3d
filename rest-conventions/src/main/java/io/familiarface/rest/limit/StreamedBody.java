package io.familiarface.rest.limit;

/**
 * A resource that reads its bodies as a stream, with a limit on each line, so that they may be of
 * any size.
 */
public interface StreamedBody {}
