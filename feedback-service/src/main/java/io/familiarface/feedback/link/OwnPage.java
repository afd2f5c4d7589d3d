package io.familiarface.feedback.link;

/**
 * What a customer gets to see by their link.
 *
 * @param status 200, 400 when what they sent could not be taken, 404 when the link leads nowhere
 */
record OwnPage(int status, String html) {}
