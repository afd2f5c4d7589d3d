/** What a customer is given on paper on the first visit. */
package io.familiarface.customers.handout;
