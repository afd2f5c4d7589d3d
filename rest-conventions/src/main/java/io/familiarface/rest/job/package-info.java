/** Long work that runs once among all copies of a service, with a heartbeat and its progress. */
package io.familiarface.rest.job;
