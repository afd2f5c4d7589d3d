/**
 * What is decided before or outside a resource: addresses, hosts, origins, the headers that every
 * answer bears, and the end of the service. It answers as resources do, by problems.
 */
package io.familiarface.rest.transport;
