/** The technicians as far as customers know them: a copy from jobs-service's feed. */
package io.familiarface.customers.technician;
