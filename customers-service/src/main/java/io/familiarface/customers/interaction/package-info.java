/** Talks with a customer: how they felt, what was explained, asked and answered. */
package io.familiarface.customers.interaction;
