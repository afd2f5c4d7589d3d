/**
 * Refusals as a customer reads them who came by a link of their own: a page, where everybody else
 * gets a problem. The status and when to try again are the same.
 */
package io.familiarface.rest.refusal;
