/** How often a service and its PostgreSQL take turns. */
package io.familiarface.rest.testing.wire;
