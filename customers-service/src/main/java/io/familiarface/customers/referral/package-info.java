/** Whom customers recommended us to, and what became of it. */
package io.familiarface.customers.referral;
