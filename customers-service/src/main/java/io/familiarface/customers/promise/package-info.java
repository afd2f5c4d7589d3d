/** What was promised to a customer, by whom, and what became of it. */
package io.familiarface.customers.promise;
