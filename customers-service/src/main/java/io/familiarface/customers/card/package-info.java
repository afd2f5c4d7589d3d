/** What anyone must know before they ring, write or knock: most important first. */
package io.familiarface.customers.card;
