/** The people and businesses we work for. */
package io.familiarface.customers.customer;
