/** An answer on disk until it is sent. */
package io.familiarface.rest.spool;
