/** Asking another service what its feed has not told yet, with a time-out and a circuit breaker. */
package io.familiarface.rest.neighbour;
