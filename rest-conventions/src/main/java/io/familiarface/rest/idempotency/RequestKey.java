package io.familiarface.rest.idempotency;

/**
 * What makes two requests the same one.
 *
 * @param caller whose key it is: two callers may choose the same key
 * @param key the caller's text
 * @param fingerprint SHA-256 over path, query and the bytes of the body
 */
record RequestKey(String caller, String key, byte[] fingerprint) {}
