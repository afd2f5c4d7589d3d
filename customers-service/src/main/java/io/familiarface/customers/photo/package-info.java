/** The photo by which a technician knows a customer at the door. */
package io.familiarface.customers.photo;
