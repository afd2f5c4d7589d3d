/** The right of access and the right to erasure, across the three services. */
package io.familiarface.customers.privacy;
