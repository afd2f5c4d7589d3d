/** What every API here does alike: problems, pages, ETags, idempotency keys, imports, feeds. */
package io.familiarface.rest;
