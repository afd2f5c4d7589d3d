/** Many questions about one customer, answered by the database in one round trip. */
package io.familiarface.customers.question;
