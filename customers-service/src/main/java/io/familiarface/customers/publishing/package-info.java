/** The feed {@code customers}: what the other services are told. */
package io.familiarface.customers.publishing;
