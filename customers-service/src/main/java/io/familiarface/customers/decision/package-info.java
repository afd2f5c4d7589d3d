/** By which rules a promise is decided: pure Java, readable and testable without a server. */
package io.familiarface.customers.decision;
