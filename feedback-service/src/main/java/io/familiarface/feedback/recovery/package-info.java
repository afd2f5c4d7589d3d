/**
 * The rules of mending what a customer complained of: which step may be taken when, what it needs,
 * and by when it is due. Nothing here knows of a database or of HTTP.
 */
package io.familiarface.feedback.recovery;
