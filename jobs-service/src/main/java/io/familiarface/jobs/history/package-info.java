/** A company's own list of visits, understood and brought in as a whole. */
package io.familiarface.jobs.history;
