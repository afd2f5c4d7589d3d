package io.familiarface.customers.photo;

/** A picture that is fit to be shown: of known size, and without anything that came with it. */
record Photo(String mediaType, byte[] content) {}
