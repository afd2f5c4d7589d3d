/** Several places under one customer: where to go. */
package io.familiarface.customers.site;
