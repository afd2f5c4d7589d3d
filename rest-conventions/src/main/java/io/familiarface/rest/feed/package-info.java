/** The feeds of a service: publishing in the transaction of a change, serving, following others. */
package io.familiarface.rest.feed;
