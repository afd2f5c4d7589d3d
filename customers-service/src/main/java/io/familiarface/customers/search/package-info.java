/** How a customer is found by what a receptionist types: plain text in, plain text out. */
package io.familiarface.customers.search;
