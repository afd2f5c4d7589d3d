/** What is particular about a customer, as somebody heard it. */
package io.familiarface.customers.trait;
