/** Several people under one customer: whom to ask for, and how to reach them. */
package io.familiarface.customers.person;
