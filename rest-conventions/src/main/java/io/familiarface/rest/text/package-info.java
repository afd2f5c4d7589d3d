/** What counts as text here, whichever way it comes in: JSON, an address, a cell of an import. */
package io.familiarface.rest.text;
